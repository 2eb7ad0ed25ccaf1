package org.yuzuri.host.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuzuri.host.AtomicFiles;
import org.yuzuri.host.DaemonConfig;
import org.yuzuri.host.ProcessResult;
import org.yuzuri.host.Processes;
import org.yuzuri.host.command.CommandHandlers;
import org.yuzuri.host.firewall.Firewall;
import org.yuzuri.host.firewall.SiteRules;
import org.yuzuri.host.portal.Enrolment;
import org.yuzuri.host.portal.TestAuthority;
import org.yuzuri.host.portal.TestPortal;
import org.yuzuri.wire.WireCodec;
import org.yuzuri.wire.call.SequencedCommand;
import org.yuzuri.wire.command.AgentCommand;
import org.yuzuri.wire.command.CommandOutcome;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.command.EnsureFreshStart;
import org.yuzuri.wire.command.EnsureGrants;
import org.yuzuri.wire.command.EnsureNoBoot;
import org.yuzuri.wire.command.EnsurePort;
import org.yuzuri.wire.command.EnsurePower;
import org.yuzuri.wire.command.LenderCommand;
import org.yuzuri.wire.value.DaemonKind;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.MacAddress;

/** The skeleton around the work of a daemon, with a portal on loopback. */
final class DaemonTest {

  private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
  private static final AgentCommand COMMAND =
      new EnsureNoBoot(
          UUID.fromString("0b0c7c1e-5b59-4a53-9a7c-5d7c3b1f0001"),
          NOW.plusSeconds(60),
          new Fence(3, 7, 1),
          MacAddress.of("52:54:00:00:00:11"));

  @TempDir Path directory;

  private final TestAuthority authority = new TestAuthority();
  private final List<String> events = new CopyOnWriteArrayList<>();
  private TestPortal portal;
  private Daemon daemon;

  @BeforeEach
  void start() throws IOException, InterruptedException {
    portal = new TestPortal(authority);
    portal.answers.put(
        "commands?after=0&wait=25",
        new TestPortal.Answer(
            200, new WireCodec().encodeCommands(0, List.of(new SequencedCommand(1, COMMAND)))));
    AtomicFiles.replacePrivate(directory.resolve("token"), "one-time\n");
    DaemonConfig config =
        new DaemonConfig(
            portal.address(),
            authority.writeRoot(directory),
            AtomicFiles.privateDirectory(directory.resolve("state")),
            directory.resolve("token"));
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    Processes none = call -> new ProcessResult(0, "", "", Duration.ZERO);
    daemon =
        new Daemon(
            new Daemon.Start(
                DaemonKind.LENDER_AGENT,
                "0.1.0",
                config,
                new Enrolment(config, DaemonKind.LENDER_AGENT).ensure(),
                new Firewall(SiteRules.gateway("eth0"), none, config.stateDirectory(), clock),
                none,
                clock),
            skeleton -> new RecordedWork());
    daemon.start();
  }

  @AfterEach
  void stop() {
    daemon.close();
    portal.close();
  }

  @Test
  void commandsComeAfterTheStartOfTheWorkAndStopBeforeItsEnd() {
    awaitOutcome();

    daemon.close();

    assertThat(events).containsExactly("start", "no boot", "close");
  }

  @Test
  void outcomeReachesThePortal() {
    awaitOutcome();
  }

  private void awaitOutcome() {
    await()
        .untilAsserted(
            () ->
                assertThat(portal.bodies.getOrDefault("reports", ""))
                    .contains(COMMAND.id().toString(), "\"Done\"", "\"was\":\"true\""));
  }

  private final class RecordedWork implements DaemonWork {

    @Override
    public CommandHandlers handlers() {
      return CommandHandlers.of(LenderCommand.class)
          .on(EnsureBoot.class, any -> done("boot"))
          .on(EnsureNoBoot.class, any -> done("no boot"))
          .on(EnsurePower.class, any -> done("power"))
          .on(EnsureFreshStart.class, any -> done("power"))
          .on(EnsurePort.class, any -> done("port"))
          .on(EnsureGrants.class, any -> done("grants"))
          .build();
    }

    private CommandOutcome done(String what) {
      events.add(what);
      return new CommandOutcome.Done(Map.of("was", "true"));
    }

    @Override
    public void start() {
      events.add("start");
    }

    @Override
    public Map<String, String> facts() {
      return Map.of();
    }

    @Override
    public void close() {
      events.add("close");
    }
  }
}
