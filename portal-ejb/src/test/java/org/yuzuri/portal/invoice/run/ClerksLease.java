package org.yuzuri.portal.invoice.run;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A random lease as a clerk knows it, who counts its seconds one by one and its bytes from the
 * first reading that counts to the last: when things happen, and when the portal hears of them.
 */
final class ClerksLease {

  /** Totals since the hold began. */
  record Reading(Instant at, Instant heardAt, long sent, long received) {}

  /**
   * What it costs, in yen.
   *
   * @param unit MINUTE, HOUR or DAY, or MONTH for a share of a month for each started day
   * @param cap 0: none
   */
  record Paper(String unit, int perUnit, int setUp, int cap) {}

  /**
   * A fault of the datacenter.
   *
   * @param charged whether its time is charged all the same
   */
  record Fault(Instant from, Instant until, boolean charged, Instant heardAt) {}

  private static final BigDecimal GB = BigDecimal.valueOf(1_000_000_000);
  private static final BigDecimal PER_GB = new BigDecimal("7.5");
  private static final BigDecimal INCLUDED = BigDecimal.valueOf(2);
  private static final BigDecimal STEP = BigDecimal.valueOf(20);
  private static final BigDecimal PER_GB_ABOVE = new BigDecimal("3.25");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int DAYS_OF_JANUARY = 31;
  private static final int A_WEEK = 7 * 86_400;

  private final long tenant;
  private final long server;
  private final long id;
  private final Paper paper;
  private final Instant installed;
  private final Instant handedOver;
  private final Instant cutOff;
  private final List<Fault> faults = new ArrayList<>();
  private final List<Reading> readings = new ArrayList<>();
  private final Deque<Fault> faultsToCome;
  private final Deque<Reading> readingsToCome;
  private boolean isHandedOver;
  private boolean isCutOff;

  ClerksLease(
      Random random,
      long tenant,
      long server,
      long id,
      Paper paper,
      Instant handedOver,
      Instant cutOff) {
    this.tenant = tenant;
    this.server = server;
    this.id = id;
    this.paper = paper;
    this.installed = handedOver.minusSeconds(60 + random.nextInt(600));
    this.handedOver = handedOver;
    this.cutOff = cutOff;
    for (int i = random.nextInt(5); i > 0; i--) {
      Instant from = handedOver.plusSeconds(random.nextInt(seconds()));
      Instant until = from.plusSeconds(1 + random.nextInt(40_000));
      faults.add(new Fault(from, until, random.nextInt(3) == 0, later(random, until)));
    }
    long sent = random.nextInt(1_000_000_000);
    long received = random.nextInt(1_000_000_000);
    Instant heard = Instant.EPOCH;
    for (Instant at = handedOver.minusSeconds(random.nextInt(900));
        at.isBefore(cutOff.plusSeconds(3600));
        at = at.plusSeconds(900 + random.nextInt(40_000))) {
      heard = latest(heard, random.nextInt(4) == 0 ? later(random, at) : at);
      readings.add(new Reading(at, heard, sent, received));
      sent += random.nextInt(900_000_000);
      received += random.nextInt(900_000_000);
    }
    faultsToCome =
        new ArrayDeque<>(faults.stream().sorted(Comparator.comparing(Fault::heardAt)).toList());
    readingsToCome = new ArrayDeque<>(readings);
  }

  private static Instant later(Random random, Instant at) {
    return at.plusSeconds(random.nextInt(A_WEEK / 2));
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private int seconds() {
    return (int) (cutOff.getEpochSecond() - handedOver.getEpochSecond());
  }

  /** When it was handed over, once, when that is not to come. */
  Optional<Instant> handedOver(Instant now) {
    if (isHandedOver || handedOver.isAfter(now)) {
      return Optional.empty();
    }
    isHandedOver = true;
    return Optional.of(handedOver);
  }

  /** When it was cut off, likewise. */
  Optional<Instant> cutOff(Instant now) {
    if (isCutOff || cutOff.isAfter(now)) {
      return Optional.empty();
    }
    isCutOff = true;
    return Optional.of(cutOff);
  }

  /** Faults that the portal hears of by now. */
  List<Fault> faults(Instant now) {
    List<Fault> heard = new ArrayList<>();
    while (!faultsToCome.isEmpty() && !faultsToCome.peek().heardAt().isAfter(now)) {
      heard.add(faultsToCome.pop());
    }
    return heard;
  }

  /** Readings that the portal hears of by now. */
  List<Reading> readings(Instant now) {
    List<Reading> heard = new ArrayList<>();
    while (!readingsToCome.isEmpty() && !readingsToCome.peek().heardAt().isAfter(now)) {
      heard.add(readingsToCome.pop());
    }
    return heard;
  }

  /**
   * What it costs in the month between these instants, in which it was handed over, in yen.
   *
   * @param discount in percent
   * @param slaHours of faults that are borne; of more, {@code slaPercent} of the time are given
   *     back
   */
  BigDecimal owed(Instant begin, Instant end, int discount, int slaHours, int slaPercent) {
    BigDecimal time = time(end);
    BigDecimal all = time.add(BigDecimal.valueOf(paper.setUp())).add(traffic(begin, end));
    BigDecimal owed = all.subtract(yen(part(all, discount)));
    boolean broken = pausedUntil(end) > slaHours * 3600L;
    return broken ? owed.subtract(yen(part(part(time, slaPercent), 100 - discount))) : owed;
  }

  private BigDecimal time(Instant end) {
    BigDecimal sum = BigDecimal.valueOf((long) paper.perUnit() * strokes(end));
    if (paper.unit().equals("MONTH")) {
      sum = sum.divide(BigDecimal.valueOf(DAYS_OF_JANUARY), 0, RoundingMode.DOWN);
    }
    return paper.cap() == 0 ? sum : sum.min(BigDecimal.valueOf(paper.cap()));
  }

  private static BigDecimal part(BigDecimal of, int percent) {
    return of.multiply(BigDecimal.valueOf(percent)).divide(HUNDRED);
  }

  private static BigDecimal yen(BigDecimal exact) {
    return exact.setScale(0, RoundingMode.DOWN);
  }

  private boolean[] paused() {
    boolean[] paused = new boolean[seconds()];
    for (Fault fault : faults) {
      if (!fault.charged()) {
        int from = place(fault.from());
        Arrays.fill(paused, from, Math.max(from, place(fault.until())), true);
      }
    }
    return paused;
  }

  private long pausedUntil(Instant end) {
    boolean[] paused = paused();
    return IntStream.range(0, place(end)).filter(second -> paused[second]).count();
  }

  /** A stroke for each piece in whose charged part a second lies. */
  private long strokes(Instant end) {
    boolean[] paused = paused();
    int length =
        switch (paper.unit()) {
          case "MINUTE" -> 60;
          case "HOUR" -> 3600;
          default -> 86_400;
        };
    long strokes = 0;
    long charged = -1;
    for (int second = 0; second < place(end); second++) {
      if (!paused[second] && second / length > charged) {
        charged = second / length;
        strokes++;
      }
    }
    return strokes;
  }

  private int place(Instant at) {
    long second = at.getEpochSecond() - handedOver.getEpochSecond();
    return (int) Math.max(0, Math.min(seconds(), second));
  }

  /** What passed between two readings is of the month of the later one. */
  private BigDecimal traffic(Instant begin, Instant end) {
    long bytes = 0;
    Reading last = null;
    for (Reading reading : readings) {
      boolean counts =
          last != null
              && !last.at().isBefore(installed.minusSeconds(30))
              && !reading.at().isBefore(handedOver)
              && !reading.at().isAfter(cutOff.plusSeconds(30))
              && !least(reading.at(), cutOff).isBefore(begin)
              && least(reading.at(), cutOff).isBefore(end);
      if (counts) {
        bytes += reading.sent() - last.sent() + reading.received() - last.received();
      }
      last = reading;
    }
    BigDecimal gb = BigDecimal.valueOf(bytes).divide(GB, 6, RoundingMode.HALF_UP);
    BigDecimal first = gb.min(STEP).subtract(INCLUDED).max(BigDecimal.ZERO);
    BigDecimal above = gb.subtract(STEP).max(BigDecimal.ZERO);
    return yen(first.multiply(PER_GB).add(above.multiply(PER_GB_ABOVE)));
  }

  private static Instant least(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /**
   * The mean of 31 days: 50 yen for each of the first 40 GB, 30 for the others.
   *
   * @param discount in percent
   */
  static BigDecimal storage(BigDecimal bytes, int discount) {
    BigDecimal gb = bytes.divide(GB.multiply(BigDecimal.valueOf(31)), 6, RoundingMode.HALF_UP);
    BigDecimal first = gb.min(BigDecimal.valueOf(40));
    BigDecimal all =
        yen(
            first
                .multiply(BigDecimal.valueOf(50))
                .add(gb.subtract(first).multiply(BigDecimal.valueOf(30))));
    return all.subtract(yen(part(all, discount)));
  }

  Instant installed() {
    return installed;
  }

  long tenant() {
    return tenant;
  }

  long server() {
    return server;
  }

  long id() {
    return id;
  }

  @Override
  public String toString() {
    return faults.stream().map(Fault::toString).collect(Collectors.joining(", ", paper + " ", ""));
  }
}
