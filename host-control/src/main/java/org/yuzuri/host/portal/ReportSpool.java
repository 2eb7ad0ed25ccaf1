package org.yuzuri.host.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.host.AtomicFiles;
import org.yuzuri.wire.MalformedMessageException;
import org.yuzuri.wire.WireCodec;
import org.yuzuri.wire.report.AgentReport;
import org.yuzuri.wire.report.InstallerLog;

/** Reports on disk, one file each, named by a rising number. Safe for threads. */
public final class ReportSpool {

  private static final Logger log = LoggerFactory.getLogger(ReportSpool.class);

  /** With more waiting than this, the installer's log is no longer kept; all else is. */
  private static final int MOST_WITH_LOGS = 20_000;

  private final WireCodec codec = new WireCodec();
  private final Path directory;
  private final TreeMap<Long, Entry> waiting = new TreeMap<>();
  private long lastNumber;

  /** A report, its number in the spool, and its length as JSON. */
  record Entry(long number, AgentReport report, int length) {}

  /** Opens the directory, made if need be, with what waits in it. */
  public ReportSpool(Path directory) {
    this.directory = AtomicFiles.privateDirectory(directory);
    AtomicFiles.privateDirectory(directory.resolve("refused"));
    try (Stream<Path> files = Files.list(directory)) {
      files.filter(file -> file.toString().endsWith(".json")).forEach(this::load);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + directory, e);
    }
    lastNumber = waiting.isEmpty() ? 0 : waiting.lastKey();
  }

  private void load(Path file) {
    try {
      long number = Long.parseLong(file.getFileName().toString().replace(".json", ""));
      String json = Files.readString(file);
      AgentReport report = codec.decode(json, AgentReport.class);
      waiting.put(number, new Entry(number, report, json.length()));
    } catch (MalformedMessageException | NumberFormatException e) {
      log.error("{} is no report and is left alone: {}", file, e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  synchronized void add(AgentReport report) {
    if (report instanceof InstallerLog && waiting.size() >= MOST_WITH_LOGS) {
      log.warn("installer log dropped: {} reports wait for the portal", waiting.size());
      return;
    }
    long number = lastNumber + 1;
    String json = codec.encode(report);
    AtomicFiles.replacePrivate(file(number), json);
    lastNumber = number;
    waiting.put(number, new Entry(number, report, json.length()));
  }

  /** The oldest reports, at least one if any waits, as many as fit both limits. */
  synchronized List<Entry> oldest(int most, int mostLength) {
    List<Entry> entries = new ArrayList<>();
    int length = 0;
    for (Entry entry : waiting.values()) {
      length += entry.length();
      if (entries.size() == most || (length > mostLength && !entries.isEmpty())) {
        break;
      }
      entries.add(entry);
    }
    return entries;
  }

  synchronized void remove(Entry entry) {
    AtomicFiles.delete(file(entry.number()));
    waiting.remove(entry.number());
  }

  synchronized Path setAside(Entry entry) {
    Path target = directory.resolve("refused").resolve(file(entry.number()).getFileName());
    try {
      Files.move(file(entry.number()), target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot move a report to " + target, e);
    }
    waiting.remove(entry.number());
    return target;
  }

  synchronized int size() {
    return waiting.size();
  }

  synchronized boolean isEmpty() {
    return waiting.isEmpty();
  }

  private Path file(long number) {
    return directory.resolve(String.format("%016d.json", number));
  }
}
