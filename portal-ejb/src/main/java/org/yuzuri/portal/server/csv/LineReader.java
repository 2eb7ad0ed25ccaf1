package org.yuzuri.portal.server.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.platform.PlainLine;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.platform.Problems;
import org.yuzuri.portal.server.EntryCheck;
import org.yuzuri.portal.server.entry.ServerDraft;
import org.yuzuri.portal.server.entry.ServerEntry;

/** Makes entries of lines, with the checks of the form. */
final class LineReader {

  private static final int SHOWN = 100;

  private final Map<String, List<Long>> offers;
  private final Map<String, List<Long>> agents;
  private final EntryCheck check;
  private final GatheredServers others;

  /**
   * @param offers ids of the offers by name
   * @param agents ids of the lender agents by name
   */
  LineReader(
      Map<String, List<Long>> offers,
      Map<String, List<Long>> agents,
      EntryCheck check,
      GatheredServers others) {
    this.offers = offers;
    this.agents = agents;
    this.check = check;
    this.others = others;
  }

  /** What a line came to: an entry, or what is wrong with it. */
  record Read(@Nullable ServerEntry entry, ImportLine line) {}

  Read read(ServerLine line) {
    List<ImportLine.Wrong> errors = new ArrayList<>();
    Optional<ServerEntry> entry = Optional.empty();
    try {
      entry = Optional.of(entry(line));
    } catch (ProblemException wrong) {
      Stream.concat(Stream.of(wrong), wrong.others().stream())
          .map(LineReader::error)
          .forEach(errors::add);
    }
    String name = PlainLine.of(line.cell(ServerColumn.NAME), SHOWN);
    return new Read(entry.orElse(null), new ImportLine(line.number(), name, errors));
  }

  private ServerEntry entry(ServerLine line) {
    if (!line.isWhole()) {
      throw ProblemException.invalid(
          "cells", line.cellCount(), ServerColumn.values().length + " as in the header");
    }
    Problems problems = new Problems();
    Optional<Long> offer = problems.attempt(() -> named(ServerColumn.OFFER, line, offers));
    Optional<Long> agent = problems.attempt(() -> named(ServerColumn.AGENT, line, agents));
    Optional<Integer> cpus = problems.attempt(() -> number(ServerColumn.CPU_COUNT, line));
    Optional<Integer> memory = problems.attempt(() -> number(ServerColumn.MEMORY_MIB, line));
    // What the numbers are wrong with is told above; the rest is judged all the same.
    Supplier<ServerEntry> typed =
        () ->
            draft(line, offer.orElse(0L), agent.orElse(0L), cpus.orElse(1), memory.orElse(1))
                .entry("");
    Optional<ServerEntry> entry = problems.attempt(typed);
    problems.refuse();
    check.check(0, entry.orElseThrow(), others);
    return entry.orElseThrow();
  }

  private static ServerDraft draft(ServerLine line, long offer, long agent, int cpus, int memory) {
    return new ServerDraft(
        offer,
        agent,
        line.cell(ServerColumn.NAME),
        line.cell(ServerColumn.MAC),
        line.cell(ServerColumn.BOOT_ADDRESS),
        line.cell(ServerColumn.BOOT_MODE),
        line.cell(ServerColumn.CONSOLE),
        line.cell(ServerColumn.IDENTITY),
        cpus,
        memory,
        line.cell(ServerColumn.BMC_KIND),
        line.cell(ServerColumn.BMC_ADDRESS),
        line.cell(ServerColumn.BMC_USER),
        line.cell(ServerColumn.BMC_PASSWORD),
        line.cell(ServerColumn.PORT_KIND),
        line.cell(ServerColumn.PORT_NAME),
        line.cell(ServerColumn.DISKS).replace(';', '\n'));
  }

  private static long named(ServerColumn column, ServerLine line, Map<String, List<Long>> known) {
    String name = line.cell(column);
    List<Long> ids = known.getOrDefault(name, List.of());
    if (ids.size() != 1) {
      throw ProblemException.invalid(
          column.header(),
          name.isEmpty() ? "nothing" : name,
          ids.isEmpty() ? "the name of one that there is" : "a name that only one has");
    }
    return ids.get(0);
  }

  private static int number(ServerColumn column, ServerLine line) {
    String text = line.cell(column);
    if (!text.matches("[0-9]{1,9}")) {
      throw ProblemException.invalid(
          column.header(), text.isEmpty() ? "nothing" : text, "a whole number, at least 1");
    }
    return Integer.parseInt(text);
  }

  private static ImportLine.Wrong error(ProblemException wrong) {
    return new ImportLine.Wrong(
        wrong.field().replace("server.", ""),
        PlainLine.of(wrong.value(), SHOWN),
        wrong.code().name(),
        wrong.expected());
  }
}
