package org.yuzuri.portal.agent.waiting;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yuzuri.portal.agent.ReportingAgent;
import org.yuzuri.portal.agent.enrolment.ContactService;
import org.yuzuri.wire.call.SequencedCommand;
import org.yuzuri.wire.command.EnsureNoBoot;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.MacAddress;

/** What the database would tell, and how often it was asked. */
final class Queues extends ContactService {
  final Map<Long, Long> last = new HashMap<>();
  final Map<Long, List<SequencedCommand>> open = new HashMap<>();
  Runnable afterTheNextLook = () -> {};
  int looks;
  int tails;
  private final Clock clock;

  Queues(Clock clock) {
    this.clock = clock;
  }

  void add(ReportingAgent agent) {
    long sequence = last.merge(agent.id(), 1L, Long::sum);
    open.computeIfAbsent(agent.id(), id -> new ArrayList<>())
        .add(
            new SequencedCommand(
                sequence,
                new EnsureNoBoot(
                    UUID.randomUUID(),
                    clock.instant().plusSeconds(60),
                    new Fence(3, 7, 1),
                    new MacAddress("52:54:00:00:00:11"))));
  }

  @Override
  public List<SequencedCommand> openCommands(long agentId, long after) {
    looks++;
    List<SequencedCommand> found =
        open.getOrDefault(agentId, List.of()).stream()
            .filter(command -> command.sequence() > after)
            .toList();
    Runnable meanwhile = afterTheNextLook;
    afterTheNextLook = () -> {};
    meanwhile.run();
    return found;
  }

  @Override
  public Map<Long, Long> lastSequences() {
    tails++;
    return Map.copyOf(last);
  }
}
