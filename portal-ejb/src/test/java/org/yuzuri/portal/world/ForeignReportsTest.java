package org.yuzuri.portal.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yuzuri.portal.world.ScriptedDaemons.GATEWAY;
import static org.yuzuri.portal.world.ScriptedDaemons.LENDER;
import static org.yuzuri.portal.world.ScriptedDaemons.OTHER_GATEWAY;
import static org.yuzuri.portal.world.ScriptedDaemons.OTHER_SITE;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yuzuri.portal.agent.ReportingAgent;
import org.yuzuri.portal.pki.ServerKey;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.server.Server;
import org.yuzuri.wire.command.AgentCommand;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.report.AgentReport;
import org.yuzuri.wire.report.Beat;
import org.yuzuri.wire.report.BootFetched;
import org.yuzuri.wire.report.CommandReport;
import org.yuzuri.wire.report.DaemonStatus;
import org.yuzuri.wire.report.Erased;
import org.yuzuri.wire.report.Inspected;
import org.yuzuri.wire.report.InstallerLog;
import org.yuzuri.wire.report.KeySeen;
import org.yuzuri.wire.report.Known;
import org.yuzuri.wire.report.PortProbed;
import org.yuzuri.wire.report.TokenProblem;
import org.yuzuri.wire.report.TrafficCounted;
import org.yuzuri.wire.report.TunnelDown;
import org.yuzuri.wire.report.TunnelUp;
import org.yuzuri.wire.server.BeatPhase;
import org.yuzuri.wire.server.BootPart;
import org.yuzuri.wire.server.TokenMisuse;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.Sha256;
import org.yuzuri.wire.value.TunnelPurpose;

/** What a daemon reports about a run that it does not serve is refused, and changes nothing. */
class ForeignReportsTest {

  /** Reports that name no run: a command is looked up for its own agent, a status is of oneself. */
  private static final List<Class<?>> ABOUT_NO_RUN =
      List.of(CommandReport.class, DaemonStatus.class, Known.class);

  private final World world = new World();

  /**
   * A report at a moment when it would be believed of the daemon that serves the run.
   *
   * @param moment brings the world there, and says what the server was last told to boot
   */
  private record Case(
      Class<? extends AgentReport> type,
      ReportingAgent rightful,
      Function<World, EnsureBoot> moment,
      Report report) {

    @Override
    public String toString() {
      return type.getSimpleName();
    }
  }

  @FunctionalInterface
  private interface Report {
    AgentReport of(World world, EnsureBoot boot);
  }

  @Test
  void everyReportIsTried() {
    assertThat(AgentReport.class.getPermittedSubclasses())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(cases().map(Case::type), ABOUT_NO_RUN.stream()).toList());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isRefusedAndChangesNothing(Case tried) {
    EnsureBoot boot = tried.moment().apply(world);
    AgentReport report = tried.report().of(world, boot);
    List<Object> before = observed();

    for (ReportingAgent foreign : List.of(OTHER_SITE, OTHER_GATEWAY, wrongKind(tried))) {
      assertThatThrownBy(() -> world.reports.reported(foreign, report))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("NOT_FOUND");
      assertThat(observed()).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isBelievedOfTheDaemonThatServesTheRun(Case tried) {
    EnsureBoot boot = tried.moment().apply(world);
    AgentReport report = tried.report().of(world, boot);
    List<Object> before = observed();

    world.reports.reported(tried.rightful(), report);

    assertThat(observed()).isNotEqualTo(before);
  }

  private static ReportingAgent wrongKind(Case tried) {
    return tried.rightful().equals(LENDER) ? GATEWAY : LENDER;
  }

  private List<Object> observed() {
    return List.of(
        world.events.signals(),
        world.transferRows.problemCodes(),
        world.wipeRows.recordsOf(1).size(),
        world.outbox.sent(Site.LENDER_AGENT, AgentCommand.class).size(),
        world.traffic.heard.size());
  }

  static Stream<Case> cases() {
    return Stream.of(
        new Case(
            BootFetched.class,
            LENDER,
            ForeignReportsTest::installing,
            (world, boot) -> new BootFetched(id(), now(world), boot.fence(), BootPart.SETTINGS)),
        new Case(
            KeySeen.class,
            LENDER,
            ForeignReportsTest::installing,
            (world, boot) ->
                new KeySeen(id(), now(world), boot.fence(), ServerKey.fresh().fingerprint())),
        new Case(
            Beat.class,
            LENDER,
            ForeignReportsTest::installing,
            (world, boot) ->
                new Beat(
                    id(),
                    now(world),
                    boot.fence(),
                    99,
                    BeatPhase.PACKAGES,
                    5,
                    "bash",
                    key(world, boot))),
        new Case(
            InstallerLog.class,
            LENDER,
            ForeignReportsTest::installing,
            (world, boot) ->
                new InstallerLog(id(), now(world), boot.fence(), 1, "a line\n", key(world, boot))),
        new Case(
            TokenProblem.class,
            LENDER,
            ForeignReportsTest::installing,
            (world, boot) ->
                new TokenProblem(
                    id(), now(world), boot.fence(), TokenMisuse.WRONG_MAC, "192.0.2.66")),
        new Case(
            TunnelUp.class,
            GATEWAY,
            ForeignReportsTest::installing,
            (world, boot) -> tunnelUp(world, boot.fence())),
        new Case(
            TunnelDown.class,
            GATEWAY,
            ForeignReportsTest::handedOver,
            (world, boot) ->
                new TunnelDown(id(), now(world), boot.fence(), TunnelPurpose.PRODUCTION)),
        new Case(
            TrafficCounted.class,
            LENDER,
            ForeignReportsTest::handedOver,
            (world, boot) -> new TrafficCounted(id(), now(world), boot.fence(), 1000, 1, 2000, 2)),
        new Case(
            Erased.class,
            LENDER,
            ForeignReportsTest::erasing,
            (world, boot) -> world.daemons.server().erasure(boot)),
        new Case(
            Inspected.class,
            LENDER,
            world -> inspecting(world, Act.REPORT_FACTS),
            (world, boot) -> world.daemons.server().inspection(boot)),
        new Case(
            PortProbed.class,
            LENDER,
            world -> inspecting(world, Act.REPORT_PORT),
            (world, boot) -> world.daemons.server().probed(boot)));
  }

  private static EnsureBoot installing(World world) {
    world.daemons.stopBefore(Act.PACKAGES);
    return handedOver(world);
  }

  private static EnsureBoot handedOver(World world) {
    world.server(1);
    world.order();
    world.run();
    return lastBoot(world);
  }

  private static EnsureBoot erasing(World world) {
    world.daemons.omit(Act.REPORT_ERASED);
    handedOver(world);
    world.giveBack(1);
    world.run();
    return lastBoot(world);
  }

  private static EnsureBoot inspecting(World world, Act omitted) {
    world.daemons.omit(omitted);
    Server server = world.enrolledServer(1);
    world.inspections.begin(server.id(), world.cause("BY_HAND"));
    world.run();
    return lastBoot(world);
  }

  private static EnsureBoot lastBoot(World world) {
    List<EnsureBoot> boots = world.outbox.sent(Site.LENDER_AGENT, EnsureBoot.class);
    return boots.get(boots.size() - 1);
  }

  private static TunnelUp tunnelUp(World world, Fence fence) {
    return new TunnelUp(
        id(),
        now(world),
        fence,
        TunnelPurpose.PRODUCTION,
        world.lease(fence.leaseId()).virtualAddress());
  }

  private static Sha256 key(World world, EnsureBoot boot) {
    return world.daemons.server().key(boot).fingerprint();
  }

  private static UUID id() {
    return UUID.randomUUID();
  }

  private static Instant now(World world) {
    return world.clock.instant();
  }
}
