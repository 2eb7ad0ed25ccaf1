package org.yuzuri.host.portal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yuzuri.wire.value.Fence;

/**
 * A report on disk, as far as its file's name and size tell.
 *
 * @param number its place in the order
 * @param log the hold whose installer's log it is a piece of; null for every other report
 * @param gap whether it stands for pieces that were dropped
 * @param bytes size of its file
 */
record SpooledReport(long number, @Nullable Fence log, boolean gap, long bytes) {

  private static final Pattern NAME =
      Pattern.compile("(\\d{16})(?:\\.(log|gap)-(\\d{1,19})-(\\d{1,19})-(\\d{1,19}))?\\.json");

  /** What a file of the spool holds; empty when it is not named like one. */
  static Optional<SpooledReport> in(Path file) throws IOException {
    Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
    if (!name.matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(name.group(1));
    long bytes = Files.size(file);
    if (name.group(2) == null) {
      return Optional.of(new SpooledReport(number, null, false, bytes));
    }
    Fence log =
        new Fence(
            Long.parseLong(name.group(3)),
            Long.parseLong(name.group(4)),
            Long.parseLong(name.group(5)));
    return Optional.of(new SpooledReport(number, log, name.group(2).equals("gap"), bytes));
  }

  /** Name of its file; rises with its number. */
  String fileName() {
    String kind =
        log == null
            ? ""
            : String.format(
                ".%s-%d-%d-%d",
                gap ? "gap" : "log", log.serverId(), log.leaseId(), log.generation());
    return String.format("%016d%s.json", number, kind);
  }
}
