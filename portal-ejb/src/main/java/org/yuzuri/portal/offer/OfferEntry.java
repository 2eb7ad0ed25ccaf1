package org.yuzuri.portal.offer;

import java.math.BigDecimal;
import java.util.Set;
import org.yuzuri.portal.platform.ProblemException;

/**
 * What an operator types in about an offer.
 *
 * @param name what tenants see, 1 to 60 characters
 * @param description for people, at most 1000 characters; may be empty
 * @param cpuCount processor threads of each server
 * @param memoryMib memory of each server in MiB
 * @param diskGib size of the largest disk in GiB
 * @param pricePerHour without tax; not negative
 * @param currency ISO 4217
 * @param tenants ids of the tenants that see it; empty for all
 */
public record OfferEntry(
    String name,
    String description,
    int cpuCount,
    int memoryMib,
    int diskGib,
    BigDecimal pricePerHour,
    String currency,
    Set<Long> tenants) {

  public OfferEntry {
    check(
        name != null && !name.isBlank() && name.length() <= 60, "name", name, "1 to 60 characters");
    check(
        description != null && description.length() <= 1000,
        "description",
        description,
        "at most 1000 characters");
    check(cpuCount > 0, "cpuCount", cpuCount, "more than 0");
    check(memoryMib > 0, "memoryMib", memoryMib, "more than 0");
    check(diskGib > 0, "diskGib", diskGib, "more than 0");
    check(
        pricePerHour != null && pricePerHour.signum() >= 0,
        "pricePerHour",
        pricePerHour,
        "0 or more");
    check(
        currency != null && currency.matches("[A-Z]{3}"), "currency", currency, "ISO 4217, as JPY");
    tenants = Set.copyOf(tenants);
  }

  private static void check(boolean good, String field, Object value, String expected) {
    if (!good) {
      throw ProblemException.invalid("offer." + field, value, expected);
    }
  }
}
