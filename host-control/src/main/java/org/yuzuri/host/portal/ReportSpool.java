package org.yuzuri.host.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.host.AtomicFiles;
import org.yuzuri.wire.MalformedMessageException;
import org.yuzuri.wire.WireCodec;
import org.yuzuri.wire.report.AgentReport;
import org.yuzuri.wire.report.InstallerLog;
import org.yuzuri.wire.value.Fence;

/**
 * Reports on disk, one file each, named by a rising number; memory holds only numbers and sizes.
 * The installers' logs have a quota each and together: what is too much is dropped from the oldest
 * on, and a line in the log says so. Every other report is kept. Safe for threads.
 */
public final class ReportSpool {

  /** Stands in an installer's log where pieces of it were dropped. */
  static final String GAP =
      "[yuzuri: a part of this log was dropped here, since the portal did not take it in time]\n";

  private static final Logger log = LoggerFactory.getLogger(ReportSpool.class);
  private static final long EACH_LOG_BYTES = 16L << 20;
  private static final long ALL_LOGS_BYTES = 256L << 20;

  private final WireCodec codec = new WireCodec();
  private final Path directory;
  private final LogQuota quota;
  private final TreeMap<Long, SpooledReport> waiting = new TreeMap<>();
  private long lastNumber;

  /** Opens the directory, made if need be, with what waits in it. */
  public ReportSpool(Path directory) {
    this(directory, new LogQuota(EACH_LOG_BYTES, ALL_LOGS_BYTES));
  }

  /** As above, with a quota of one's own. */
  ReportSpool(Path directory, LogQuota quota) {
    this.directory = AtomicFiles.privateDirectory(directory);
    this.quota = quota;
    AtomicFiles.privateDirectory(directory.resolve("refused"));
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        SpooledReport.in(file).ifPresent(this::keep);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + directory, e);
    }
    lastNumber = waiting.isEmpty() ? 0 : waiting.lastKey();
  }

  synchronized void add(AgentReport report) {
    Fence piece = report instanceof InstallerLog text ? text.fence() : null;
    keep(write(lastNumber + 1, piece, false, report));
    lastNumber++;
    Optional<SpooledReport> tooMuch = quota.tooMuch();
    while (tooMuch.isPresent()) {
      drop(tooMuch.get());
      tooMuch = quota.tooMuch();
    }
  }

  /**
   * The oldest reports, at least one if any waits, as many as fit both limits.
   *
   * @param mostBytes in files
   * @param omitted numbers of reports that are not wanted now
   */
  synchronized List<SpooledReport> oldest(int most, long mostBytes, LongPredicate omitted) {
    List<SpooledReport> oldest = new ArrayList<>();
    long bytes = 0;
    for (SpooledReport report : waiting.values()) {
      if (omitted.test(report.number())) {
        continue;
      }
      bytes += report.bytes();
      if (oldest.size() == most || (bytes > mostBytes && !oldest.isEmpty())) {
        break;
      }
      oldest.add(report);
    }
    return oldest;
  }

  /** Reads a report; empty when it was dropped meanwhile, or is none and was set aside. */
  synchronized Optional<AgentReport> read(SpooledReport report) {
    Path file = file(report);
    try {
      return Optional.of(codec.decode(Files.readString(file), AgentReport.class));
    } catch (NoSuchFileException gone) {
      forget(report);
      return Optional.empty();
    } catch (MalformedMessageException e) {
      log.error("{} is no report and is set aside: {}", file, e.getMessage());
      setAside(report);
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** The report waits no more. One that became a gap meanwhile stays. */
  synchronized void remove(SpooledReport report) {
    AtomicFiles.delete(file(report));
    forget(report);
  }

  /** The report waits no more, and is kept for a person; returns where. */
  synchronized Path setAside(SpooledReport report) {
    Path target = directory.resolve("refused").resolve(report.fileName());
    try {
      Files.move(file(report), target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot move a report to " + target, e);
    }
    forget(report);
    return target;
  }

  synchronized int size() {
    return waiting.size();
  }

  synchronized boolean isEmpty() {
    return waiting.isEmpty();
  }

  private void drop(SpooledReport piece) {
    Fence of = Objects.requireNonNull(piece.log(), "only logs are dropped");
    Optional<AgentReport> marked = Optional.empty();
    if (!quota.hasGap(of)) {
      log.warn("{}: too much of the installer's log waits; its oldest pieces are dropped", of);
      marked = read(piece);
    }
    remove(piece);
    marked.ifPresent(report -> keep(write(piece.number(), of, true, gap(report))));
  }

  private static AgentReport gap(AgentReport report) {
    InstallerLog piece = (InstallerLog) report;
    return new InstallerLog(
        UUID.randomUUID(), piece.at(), piece.fence(), piece.sequence(), GAP, piece.signedBy());
  }

  private SpooledReport write(long number, @Nullable Fence of, boolean gap, AgentReport report) {
    byte[] json = codec.encode(report).getBytes(StandardCharsets.UTF_8);
    SpooledReport spooled = new SpooledReport(number, of, gap, json.length);
    AtomicFiles.replace(file(spooled), json, AtomicFiles.PRIVATE);
    return spooled;
  }

  private void keep(SpooledReport report) {
    waiting.put(report.number(), report);
    if (report.log() != null) {
      quota.add(report.log(), report);
    }
  }

  private void forget(SpooledReport report) {
    waiting.remove(report.number(), report);
    if (report.log() != null) {
      quota.remove(report.log(), report);
    }
  }

  private Path file(SpooledReport report) {
    return directory.resolve(report.fileName());
  }
}
