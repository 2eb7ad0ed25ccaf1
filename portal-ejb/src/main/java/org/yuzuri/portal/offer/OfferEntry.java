package org.yuzuri.portal.offer;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.platform.Problems;

/**
 * What an operator types in about an offer. Whatever is wrong with it is refused at once.
 *
 * @param name what tenants see, 1 to 60 characters
 * @param description for people, at most 1000 characters; may be empty
 * @param cpuCount processor threads of each server, 1 to 65536
 * @param memoryMib memory of each server in MiB, 1 to 2^30
 * @param diskGib size of the largest disk in GiB, 1 to 2^30
 * @param pricePerHour without tax; 0 to 99999999.9999
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

  private static final int MOST_THREADS = 1 << 16;
  private static final int MOST = 1 << 30;
  private static final int DIGITS_BEFORE_THE_POINT = 8;
  private static final int DIGITS_BEHIND_THE_POINT = 4;

  /**
   * @throws ProblemException INVALID_VALUE for each field that is wrong
   */
  public OfferEntry {
    Problems problems = new Problems();
    problems.unless(isLine(name) && !name.isBlank(), "offer.name", name, "1 to 60 characters");
    problems.unless(
        description != null && description.length() <= 1000,
        "offer.description",
        String.valueOf(description),
        "at most 1000 characters");
    problems.unless(isWithin(cpuCount, MOST_THREADS), "offer.cpuCount", cpuCount, "1 to 65536");
    problems.unless(isWithin(memoryMib, MOST), "offer.memoryMib", memoryMib, "1 to " + MOST);
    problems.unless(isWithin(diskGib, MOST), "offer.diskGib", diskGib, "1 to " + MOST);
    problems.unless(
        isPrice(pricePerHour),
        "offer.pricePerHour",
        pricePerHour == null ? "" : pricePerHour,
        "0 to 99999999.9999");
    problems.unless(
        currency != null && currency.matches("[A-Z]{3}"),
        "offer.currency",
        String.valueOf(currency),
        "ISO 4217, as JPY");
    problems.refuse();
    tenants = Set.copyOf(tenants);
  }

  private static boolean isLine(@Nullable String text) {
    return text != null && text.length() <= 60 && text.chars().noneMatch(Character::isISOControl);
  }

  private static boolean isWithin(int number, int most) {
    return number > 0 && number <= most;
  }

  private static boolean isPrice(@Nullable BigDecimal price) {
    if (price == null || price.signum() < 0) {
      return false;
    }
    BigDecimal plain = price.stripTrailingZeros();
    return plain.scale() <= DIGITS_BEHIND_THE_POINT
        && plain.precision() - plain.scale() <= DIGITS_BEFORE_THE_POINT;
  }
}
