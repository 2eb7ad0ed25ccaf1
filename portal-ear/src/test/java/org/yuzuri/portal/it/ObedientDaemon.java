package org.yuzuri.portal.it;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.yuzuri.wire.WireCodec;
import org.yuzuri.wire.call.CommandList;
import org.yuzuri.wire.call.ReportBatch;
import org.yuzuri.wire.call.ReportsAccepted;
import org.yuzuri.wire.call.SequencedCommand;
import org.yuzuri.wire.command.AgentCommand;
import org.yuzuri.wire.command.CommandOutcome;
import org.yuzuri.wire.report.AgentReport;
import org.yuzuri.wire.report.CommandReport;
import org.yuzuri.wire.report.Known;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.KnownServer;

/** A daemon that says of each command that it is done, and remembers the highest fences. */
final class ObedientDaemon {

  private static final WireCodec CODEC = new WireCodec();

  private final TestDaemon daemon;
  private final Map<Long, Fence> highest = new HashMap<>();
  private long after;
  private long epoch;

  ObedientDaemon(TestDaemon daemon) {
    this.daemon = daemon;
  }

  /** Asks once, for up to so many seconds, and does what comes; returns that. */
  List<AgentCommand> work(int seconds) throws Exception {
    TestDaemon.Answer answer = daemon.get("commands?after=" + after + "&wait=" + seconds);
    if (answer.status() != 200) {
      throw new IllegalStateException(answer.toString());
    }
    CommandList list = CODEC.decodeCommands(answer.body());
    if (list.epoch() != epoch) {
      epoch = list.epoch();
      after = 0;
    }
    List<AgentReport> done = new ArrayList<>();
    for (SequencedCommand each : list.commands()) {
      after = Math.max(after, each.sequence());
      highest.merge(each.command().fence().serverId(), each.command().fence(), this::higher);
      done.add(
          new CommandReport(
              UUID.randomUUID(), now(), each.command().id(), new CommandOutcome.Done(Map.of())));
    }
    if (!done.isEmpty()) {
      report(done);
    }
    return list.commands().stream().map(SequencedCommand::command).toList();
  }

  /** Tells all that it remembers, of the epoch that it was told last. */
  void tellWhatItKnows() throws Exception {
    List<KnownServer> servers =
        highest.values().stream()
            .map(f -> new KnownServer(f.serverId(), f.leaseId(), f.generation(), Set.of()))
            .toList();
    report(List.of(new Known(UUID.randomUUID(), now(), epoch, servers)));
  }

  /** As if it had obeyed a command of this hold. */
  void remember(Fence fence) {
    highest.put(fence.serverId(), fence);
  }

  boolean knows(long serverId, long generation) {
    Fence fence = highest.get(serverId);
    return fence != null && fence.generation() >= generation;
  }

  long epoch() {
    return epoch;
  }

  private Fence higher(Fence one, Fence other) {
    return one.generation() >= other.generation() ? one : other;
  }

  /** Tells the portal what it saw; who does not take all of it fails the test. */
  void report(List<AgentReport> reports) throws Exception {
    TestDaemon.Answer answer = daemon.post("reports", CODEC.encode(new ReportBatch(reports)));
    if (answer.status() != 200) {
      throw new IllegalStateException(answer.toString());
    }
    List<UUID> taken = CODEC.decode(answer.body(), ReportsAccepted.class).accepted();
    if (!taken.containsAll(reports.stream().map(AgentReport::reportId).toList())) {
      throw new IllegalStateException("not all was taken of " + reports + ": " + answer);
    }
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
