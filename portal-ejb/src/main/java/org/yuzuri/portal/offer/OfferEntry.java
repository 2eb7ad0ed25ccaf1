package org.yuzuri.portal.offer;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.platform.Problems;
import org.yuzuri.portal.price.PriceEntry;

/**
 * What an operator types in about an offer. Whatever is wrong with it is refused at once.
 *
 * @param name what tenants see, 1 to 60 characters
 * @param description for people, at most 1000 characters; may be empty
 * @param cpuCount processor threads of each server, 1 to 65536
 * @param memoryMib memory of each server in MiB, 1 to 2^30
 * @param diskGib size of the largest disk in GiB, 1 to 2^30
 * @param price of each server
 * @param tenants ids of the tenants that see it; empty for all
 */
public record OfferEntry(
    String name,
    String description,
    int cpuCount,
    int memoryMib,
    int diskGib,
    PriceEntry price,
    Set<Long> tenants) {

  private static final int MOST_THREADS = 1 << 16;
  private static final int MOST = 1 << 30;

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
    price.check(problems);
    problems.refuse();
    tenants = Set.copyOf(tenants);
  }

  /** An offer that costs so much for each hour that has begun. */
  public OfferEntry(
      String name,
      String description,
      int cpuCount,
      int memoryMib,
      int diskGib,
      BigDecimal pricePerHour,
      String currency,
      Set<Long> tenants) {
    this(
        name,
        description,
        cpuCount,
        memoryMib,
        diskGib,
        PriceEntry.perHour(pricePerHour, currency),
        tenants);
  }

  private static boolean isLine(@Nullable String text) {
    return text != null && text.length() <= 60 && text.chars().noneMatch(Character::isISOControl);
  }

  private static boolean isWithin(int number, int most) {
    return number > 0 && number <= most;
  }
}
