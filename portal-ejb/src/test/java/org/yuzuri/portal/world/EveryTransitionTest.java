package org.yuzuri.portal.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.lease.LeaseEvent;
import org.yuzuri.portal.lease.LeaseState;
import org.yuzuri.portal.lease.LeaseTransitions;
import org.yuzuri.portal.order.OrderTransitions;
import org.yuzuri.portal.run.state.RunTransitions;
import org.yuzuri.portal.run.step.RunStep;
import org.yuzuri.portal.run.step.StepState;
import org.yuzuri.portal.run.step.StepTransitions;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.server.ServerEvent;
import org.yuzuri.portal.server.ServerTransitions;
import org.yuzuri.portal.state.State;
import org.yuzuri.portal.state.Tables;
import org.yuzuri.portal.state.TransitionTable;
import org.yuzuri.portal.state.Verdict;
import org.yuzuri.portal.state.event.SubjectKind;
import org.yuzuri.portal.tenant.TenantStory;
import org.yuzuri.portal.tenant.TenantTransitions;
import org.yuzuri.portal.wipe.WipeEnding;
import org.yuzuri.wire.command.CommandOutcome;

/**
 * Stories that between them take every row of every table, by the doors that people, timers and
 * daemons use. Late and repeated events happen in each of them wherever a table knows them.
 */
class EveryTransitionTest {

  private static final CommandOutcome BROKEN =
      new CommandOutcome.Failed("BROKEN", "on purpose", false);
  private static final Duration A_WHILE = Duration.ofMinutes(7);

  private static final List<Consumer<World>> STORIES =
      List.of(
          w -> lent(w, LeaseEvent.RETURN),
          w -> lent(w, LeaseEvent.EXPIRE),
          EveryTransitionTest::oneOfTwoFails,
          EveryTransitionTest::oneOfTwoIsCalledOff,
          EveryTransitionTest::oneOfTwoIsBackBeforeTheOtherFails,
          EveryTransitionTest::oneOfTwoIsBackBeforeTheOtherIsCalledOff,
          EveryTransitionTest::oneOfTwoFailsAndTheOtherIsCalledOff,
          w -> endedBeforeTheHandOver(w, LeaseEvent.CANCEL),
          w -> endedBeforeTheHandOver(w, LeaseEvent.RETURN),
          w -> endedBeforeTheHandOver(w, LeaseEvent.EXPIRE),
          EveryTransitionTest::calledOffUntouched,
          w -> failed(w, "EnsureTunnel INSTALL"),
          w -> failed(w, "EnsureBoot INSTALL"),
          w -> failed(w, "EnsureReachable"),
          w -> failed(w, "EnsureFreshStart"),
          EveryTransitionTest::failedAndNotCutOff,
          EveryTransitionTest::foundOnAfterTheReturn,
          EveryTransitionTest::releasedFromQuarantine,
          EveryTransitionTest::calledOffAndNotCutOff,
          EveryTransitionTest::notCutOffAfterTheReturn,
          w -> notProvenClean(w, EveryTransitionTest::retry),
          w -> notProvenClean(w, EveryTransitionTest::retire),
          EveryTransitionTest::retiredFromEverywhere,
          EveryTransitionTest::doubtedWhileNobodyHasThem,
          w -> doubtedAfter(w, world -> {}),
          w -> doubtedAfter(w, EveryTransitionTest::installing),
          w -> doubtedAfter(w, World::run),
          w -> doubtedAfter(w, world -> notCutOffYet(world, EveryTransitionTest::failing)),
          w -> doubtedAfter(w, world -> notCutOffYet(world, EveryTransitionTest::cancelling)),
          w -> doubtedAfter(w, world -> notCutOffYet(world, EveryTransitionTest::returning)),
          w -> doubtedAfter(w, EveryTransitionTest::erasing));

  /** Rows that were taken, by the name of their table. */
  private static final Map<String, Set<String>> TAKEN = new TreeMap<>();

  @BeforeAll
  static void tellEveryStory() {
    Stream.of(STORIES, AdmissionStories.ALL)
        .flatMap(List::stream)
        .forEach(EveryTransitionTest::tell);
    taken(TenantTransitions.TABLE, TenantStory.changes());
  }

  private static void tell(Consumer<World> story) {
    World world = new World();
    world.listeners.add((lease, from, cause) -> comeLate(world, lease));
    story.accept(world);
    taken(OrderTransitions.TABLE, changes(world, SubjectKind.ORDER));
    taken(LeaseTransitions.TABLE, changes(world, SubjectKind.LEASE));
    taken(ServerTransitions.TABLE, changes(world, SubjectKind.SERVER));
    taken(RunTransitions.TABLE, changes(world, SubjectKind.TRANSFER));
    taken(StepTransitions.TABLE, world.runRows.steps().stream().flatMap(EveryTransitionTest::rows));
  }

  private static void taken(TransitionTable<?, ?> table, Stream<String> rows) {
    rows.forEach(TAKEN.computeIfAbsent(table.name(), any -> new TreeSet<>())::add);
  }

  static Stream<Named<TransitionTable<?, ?>>> tables() {
    return Tables.all().stream().map(table -> Named.of(table.name(), table));
  }

  @ParameterizedTest
  @MethodSource("tables")
  <S extends Enum<S> & State, E extends Enum<E>> void everyRowIsTaken(TransitionTable<S, E> table) {
    Set<String> rows = new TreeSet<>();
    for (S state : table.states()) {
      for (E event : table.events()) {
        if (!(table.verdict(state, event) instanceof Verdict.Refused)) {
          rows.add(state + " " + event);
        }
      }
    }

    assertThat(TAKEN.get(table.name())).containsAll(rows);
  }

  private static Stream<String> changes(World world, SubjectKind kind) {
    return world.events.changes(kind).stream().map(change -> change.from() + " " + change.event());
  }

  /** Steps leave no history; what they are now tells which rows led there. */
  private static Stream<String> rows(RunStep step) {
    StepState before = step.startedAt() == null ? StepState.PENDING : StepState.RUNNING;
    Stream<String> begun =
        before == StepState.PENDING ? Stream.of() : Stream.of(row(StepState.PENDING, before));
    return step.state().isFinal()
        ? Stream.concat(begun, Stream.of(row(before, step.state())))
        : begun;
  }

  private static String row(StepState from, StepState to) {
    return StepTransitions.TABLE.events().stream()
        .filter(event -> StepTransitions.TABLE.verdict(from, event).equals(new Verdict.Moves<>(to)))
        .map(event -> from + " " + event)
        .findFirst()
        .orElseThrow();
  }

  private static void lent(World world, LeaseEvent end) {
    world.server(1);
    world.order();
    world.run();
    cancel(world);
    happens(world, 1, end);
    world.run(A_WHILE);
    cancel(world);
  }

  private static void oneOfTwoFails(World world) {
    Server second = twoServersOfWhichOneStops(world);
    world.run(Duration.ofHours(5));
    cancel(world);
    happens(world, 1, LeaseEvent.RETURN);
    world.run(A_WHILE);
    assertThat(second.state().isFinal()).isFalse();
  }

  private static void oneOfTwoIsCalledOff(World world) {
    twoServersOfWhichOneStops(world);
    world.run(Duration.ofSeconds(20));
    cancel(world);
    cancel(world);
    world.run(A_WHILE);
    happens(world, 1, LeaseEvent.RETURN);
    world.run(A_WHILE);
  }

  private static void oneOfTwoIsBackBeforeTheOtherFails(World world) {
    twoServersOfWhichOneStops(world);
    world.run(Duration.ofSeconds(20));
    happens(world, 1, LeaseEvent.RETURN);
    world.run(Duration.ofHours(5));
  }

  private static void oneOfTwoIsBackBeforeTheOtherIsCalledOff(World world) {
    twoServersOfWhichOneStops(world);
    world.run(Duration.ofSeconds(20));
    happens(world, 1, LeaseEvent.RETURN);
    world.run(Duration.ofSeconds(20));
    cancel(world);
    world.run(A_WHILE);
  }

  private static void oneOfTwoFailsAndTheOtherIsCalledOff(World world) {
    Server second = twoServersOfWhichOneStops(world);
    world.daemons.stopBefore(Act.PACKAGES, second.id() - 1);
    world.run(Duration.ofMinutes(8));
    assertThat(world.lease(1).state()).isEqualTo(LeaseState.FAILED);
    cancel(world);
    world.run(A_WHILE);
  }

  private static void releasedFromQuarantine(World world) {
    world.server(1);
    world.daemons.answerFirst(1, "EnsureFreshStart", BROKEN);
    world.order();
    world.run(A_WHILE);
    world.wipes.begin(world.lease(1), WipeEnding.ERASE, world.cause("BY_HAND"));
    world.run(A_WHILE);
  }

  private static Server twoServersOfWhichOneStops(World world) {
    world.server(1);
    Server second = world.server(2);
    world.daemons.stopBefore(Act.ASK_INSTALL_CERTIFICATE, second.id());
    world.order();
    return second;
  }

  private static void endedBeforeTheHandOver(World world, LeaseEvent end) {
    world.server(1);
    world.daemons.stopBefore(Act.PACKAGES);
    world.daemons.omit(Act.REPORT_ERASED);
    world.order();
    world.run();
    happens(world, 1, end);
    world.run();
    comeLate(world, world.lease(1));
    world.run(A_WHILE);
    cancel(world);
  }

  private static void calledOffUntouched(World world) {
    world.server(1);
    world.daemons.swallow("EnsureTunnel INSTALL");
    world.order();
    world.run();
    cancel(world);
    cancel(world);
    world.daemons.answerAgain();
    world.run(A_WHILE);
    cancel(world);
  }

  private static void failed(World world, String command) {
    world.server(1);
    world.daemons.answer(command, BROKEN);
    world.order();
    world.run(A_WHILE);
    cancel(world);
  }

  private static void calledOffAndNotCutOff(World world) {
    world.server(1);
    world.daemons.stopBefore(Act.PACKAGES);
    world.order();
    world.run();
    world.daemons.kill(Site.LENDER_AGENT);
    cancel(world);
    world.run(A_WHILE);
  }

  private static void notCutOffAfterTheReturn(World world) {
    Server server = world.server(1);
    world.order();
    world.run();
    world.daemons.answer("EnsureGrants", BROKEN);
    happens(world, 1, LeaseEvent.RETURN);
    world.run(A_WHILE);
    world.wipes.retire(world.lease(1), world.cause("BY_HAND"));
    assertThat(server.state().isFinal()).isTrue();
    cancel(world);
  }

  private static void failedAndNotCutOff(World world) {
    world.daemons.answer("EnsurePower OFF", BROKEN);
    failed(world, "EnsureFreshStart");
  }

  private static void foundOnAfterTheReturn(World world) {
    world.server(1);
    world.order();
    world.run();
    world.daemons.findServersOn();
    happens(world, 1, LeaseEvent.RETURN);
    world.run(A_WHILE);
  }

  private static void notProvenClean(World world, Consumer<World> decision) {
    world.server(1);
    world.order();
    world.run();
    world.daemons.server().verified = false;
    happens(world, 1, LeaseEvent.RETURN);
    world.run(A_WHILE);
    world.daemons.server().verified = true;
    decision.accept(world);
    world.run(A_WHILE);
  }

  private static void retry(World world) {
    happens(world, 1, LeaseEvent.RETRY);
  }

  private static void retire(World world) {
    world.wipes.retire(world.lease(1), world.cause("BY_HAND"));
  }

  private static void retiredFromEverywhere(World world) {
    happens(world, world.enrolledServer(1), ServerEvent.RETIRE);
    happens(world, world.server(2), ServerEvent.RETIRE);
    Server inspected = world.enrolledServer(3);
    world.inspections.begin(inspected.id(), world.cause("BY_HAND"));
    world.run(A_WHILE);
  }

  private static void doubtedWhileNobodyHasThem(World world) {
    happens(world, world.enrolledServer(1), ServerEvent.QUARANTINE);
    happens(world, world.server(2), ServerEvent.QUARANTINE);
    Server out = world.server(3);
    happens(world, out, ServerEvent.TAKE_OUT);
    happens(world, out, ServerEvent.QUARANTINE);
    Server inspected = world.enrolledServer(4);
    world.inspections.begin(inspected.id(), world.cause("BY_HAND"));
    happens(world, inspected, ServerEvent.QUARANTINE);
  }

  private static void doubtedAfter(World world, Consumer<World> begin) {
    Server server = world.server(1);
    world.order();
    begin.accept(world);
    happens(world, server, ServerEvent.QUARANTINE);
    happens(world, 1, LeaseEvent.DOUBT);
    happens(world, 1, LeaseEvent.DOUBT);
  }

  private static void installing(World world) {
    world.daemons.stopBefore(Act.PACKAGES);
    world.run();
  }

  private static void notCutOffYet(World world, Consumer<World> end) {
    world.daemons.swallow("EnsurePower OFF");
    end.accept(world);
    world.run();
  }

  private static void failing(World world) {
    world.daemons.answer("EnsureTunnel INSTALL", BROKEN);
  }

  private static void cancelling(World world) {
    installing(world);
    cancel(world);
  }

  private static void returning(World world) {
    world.run();
    happens(world, 1, LeaseEvent.RETURN);
  }

  private static void erasing(World world) {
    world.daemons.omit(Act.REPORT_ERASED);
    returning(world);
    world.run();
  }

  private static void cancel(World world) {
    world.orders.cancel(1, world.cause("CANCELLED"));
  }

  private static void happens(World world, long leaseId, LeaseEvent event) {
    world.leases.happened(world.lease(leaseId), event, world.cause("BY_HAND"));
  }

  private static void happens(World world, Server server, ServerEvent event) {
    world.servers.happened(server, event, world.cause("BY_HAND"));
  }

  /** Everything that changes nothing here, for it is late or repeated. */
  private static void comeLate(World world, Lease lease) {
    for (LeaseEvent event : Tables.stale(LeaseTransitions.TABLE, lease.state())) {
      world.leases.happened(lease, event, world.cause("BY_HAND"));
    }
    Server server = world.servers.server(lease.serverId());
    for (ServerEvent event : Tables.stale(ServerTransitions.TABLE, server.state())) {
      happens(world, server, event);
    }
  }
}
