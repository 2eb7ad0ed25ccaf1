package org.yuzuri.portal.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.world.HeldServers;
import org.yuzuri.wire.value.Hold;
import org.yuzuri.wire.value.KnownServer;

/** What an agent remembers against what the books say. */
class DoubtTest {

  private final Server free = HeldServers.free();
  private final Server starting = HeldServers.starting();
  private final Server leased = HeldServers.leased();

  @Test
  void sameHoldOfTheSameLeaseIsBelieved() {
    assertThat(doubt(leased, same(leased, Hold.GRANTS))).isEmpty();
    assertThat(doubt(free)).isEmpty();
  }

  @Test
  void earlierHoldIsWhatAnAgentKnowsThatWasNotReachedYet() {
    assertThat(doubt(leased, known(leased, leased.lastLeaseId(), leased.generation() - 1)))
        .isEmpty();
    assertThat(doubt(starting)).isEmpty();
  }

  @Test
  void laterHoldIsOneThatTheBooksMiss() {
    assertThat(doubt(leased, known(leased, 99, leased.generation() + 1)))
        .hasValue(Doubt.LATER_HOLD);
    assertThat(doubt(free, known(free, 99, 1))).hasValue(Doubt.LATER_HOLD);
  }

  @Test
  void ofSeveralAgentsTheLatestHoldCounts() {
    assertThat(doubt(leased, same(leased), known(leased, 99, leased.generation() + 1)))
        .hasValue(Doubt.LATER_HOLD);
  }

  @Test
  void laterHoldCountsMoreThanAMissingAgent() {
    assertThat(Doubt.of(leased, false, List.of(known(leased, 99, leased.generation() + 1))))
        .hasValue(Doubt.LATER_HOLD);
    assertThat(Doubt.of(leased, false, List.of(same(leased)))).hasValue(Doubt.AGENT_MISSING);
  }

  @Test
  void sameHoldOfAnotherLeaseIsInDoubtUnlessNoLeaseWasWrittenDown() {
    assertThat(doubt(leased, known(leased, 99, leased.generation()))).hasValue(Doubt.OTHER_LEASE);
    assertThat(doubt(leased, known(leased, 0, leased.generation()))).isEmpty();
  }

  @Test
  void transferThatHadReachedTheAgentMayHaveBeenFinished() {
    assertThat(doubt(starting, same(starting))).hasValue(Doubt.TRANSFER_UNDER_WAY);
  }

  @Test
  void freeServerThatSomethingIsKeptForIsInDoubt() {
    assertThat(doubt(free, known(free, 0, 0, Hold.GRANTS))).hasValue(Doubt.HELD_THOUGH_FREE);
    assertThat(doubt(free, known(free, 0, 0, Hold.BOOT))).hasValue(Doubt.HELD_THOUGH_FREE);
    assertThat(doubt(free, known(free, 0, 0))).isEmpty();
  }

  private static Optional<Doubt> doubt(Server server, KnownServer... known) {
    return Doubt.of(server, true, List.of(known));
  }

  private static KnownServer same(Server server, Hold... holds) {
    return known(server, server.lastLeaseId(), server.generation(), holds);
  }

  private static KnownServer known(Server server, long lease, long generation, Hold... holds) {
    return new KnownServer(server.id(), lease, generation, Set.of(holds));
  }
}
