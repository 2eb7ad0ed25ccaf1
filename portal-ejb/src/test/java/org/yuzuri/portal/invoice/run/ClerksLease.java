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

/**
 * A random lease as a clerk knows it, who counts its seconds one by one and its bytes from the
 * first reading that counts to the last: when things happen, and when the portal hears of them.
 */
final class ClerksLease {

  /** Totals since the hold began. */
  record Reading(Instant at, Instant heardAt, long sent, long received) {}

  /** A fault of the datacenter. */
  record Fault(Instant from, Instant until, Instant heardAt) {}

  private static final BigDecimal GB = BigDecimal.valueOf(1_000_000_000);
  private static final BigDecimal PER_GB = new BigDecimal("7.5");
  private static final BigDecimal INCLUDED = BigDecimal.valueOf(2);
  private static final int A_WEEK = 7 * 86_400;

  private final long tenant;
  private final long server;
  private final long id;
  private final String unit;
  private final int price;
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
      String unit,
      int price,
      Instant handedOver,
      Instant cutOff) {
    this.tenant = tenant;
    this.server = server;
    this.id = id;
    this.unit = unit;
    this.price = price;
    this.handedOver = handedOver;
    this.cutOff = cutOff;
    for (int i = random.nextInt(5); i > 0; i--) {
      Instant from = handedOver.plusSeconds(random.nextInt(seconds()));
      Instant until = from.plusSeconds(1 + random.nextInt(40_000));
      faults.add(new Fault(from, until, later(random, until)));
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

  /** What it costs in the month between these instants, in yen. */
  BigDecimal owed(Instant begin, Instant end) {
    return BigDecimal.valueOf(price)
        .multiply(BigDecimal.valueOf(strokes(end)))
        .add(traffic(begin, end));
  }

  /** A stroke for each piece in whose charged part a second lies. */
  private long strokes(Instant end) {
    boolean[] paused = new boolean[seconds()];
    for (Fault fault : faults) {
      int from = place(fault.from());
      Arrays.fill(paused, from, Math.max(from, place(fault.until())), true);
    }
    int length = unit.equals("MINUTE") ? 60 : unit.equals("HOUR") ? 3600 : 86_400;
    long strokes = 0;
    long charged = -1;
    for (int second = 0; second < Math.min(paused.length, place(end)); second++) {
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
    return gb.subtract(INCLUDED)
        .max(BigDecimal.ZERO)
        .multiply(PER_GB)
        .setScale(0, RoundingMode.DOWN);
  }

  private static Instant least(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /** The mean of 31 days: 50 yen for each of the first 40 GB, 30 for the others. */
  static BigDecimal storage(BigDecimal bytes) {
    BigDecimal gb = bytes.divide(GB.multiply(BigDecimal.valueOf(31)), 6, RoundingMode.HALF_UP);
    BigDecimal first = gb.min(BigDecimal.valueOf(40));
    return first
        .multiply(BigDecimal.valueOf(50))
        .add(gb.subtract(first).multiply(BigDecimal.valueOf(30)))
        .setScale(0, RoundingMode.DOWN);
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
    return faults.stream().map(Fault::toString).collect(Collectors.joining(", ", unit + " ", ""));
  }
}
