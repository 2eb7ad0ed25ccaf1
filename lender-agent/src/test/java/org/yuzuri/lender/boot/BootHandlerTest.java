package org.yuzuri.lender.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuzuri.host.HostProcesses;
import org.yuzuri.host.command.CommandFailedException;
import org.yuzuri.host.command.DeadlinePassedException;
import org.yuzuri.host.command.PendingCommands;
import org.yuzuri.lender.BootCommands;
import org.yuzuri.lender.console.ConsoleWatch;
import org.yuzuri.lender.console.FakeConsoles;
import org.yuzuri.lender.dhcp.DnsmasqDirectory;
import org.yuzuri.lender.dhcp.DnsmasqSignal;
import org.yuzuri.wire.boot.FileRef;
import org.yuzuri.wire.command.CommandOutcome;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.Ipv4Address;

final class BootHandlerTest {

  private static final Clock CLOCK = Clock.fixed(BootCommands.NOW, ZoneOffset.UTC);

  @TempDir Path directory;

  private final FakeConsoles consoles = new FakeConsoles();

  private final ScriptedFiles portal = new ScriptedFiles();
  private FileRef kernel;
  private FileRef initrd;
  private Agent agent;

  /** The parts that a restart of the agent makes anew. */
  private final class Agent {
    final DeadTokens deadTokens = new DeadTokens(directory.resolve("dead"));
    final ActiveBoots boots = new ActiveBoots(directory.resolve("boots"), deadTokens);
    final ConsoleWatch watch = new ConsoleWatch(consoles::open, report -> {}, CLOCK);
    final BootHandler handler;

    Agent() {
      Path bootsDirectory = directory.resolve("boots");
      FileCache cache =
          new FileCache(
              directory.resolve("files"),
              new FileDownload(portal, Duration.ofSeconds(1), wait -> {}),
              new CacheRoom(1 << 20, boots::filesInUse));
      handler =
          new BootHandler(
              new BootHandler.Place(
                  directory.resolve("overlay"),
                  bootsDirectory,
                  Ipv4Address.of("192.0.2.1"),
                  "http://192.0.2.1:8480/boot/"),
              cache,
              boots,
              new DnsmasqDirectory(
                  directory, new DnsmasqSignal(directory.resolve("pid"), new HostProcesses())),
              watch,
              new PendingCommands(),
              CLOCK);
      handler.restore();
    }
  }

  @AfterEach
  void stop() {
    agent.watch.close();
  }

  @BeforeEach
  void prepare() throws IOException {
    Files.createDirectories(directory.resolve("overlay/eraser"));
    for (String name : List.of("overlay.cpio.gz", "eraser/kernel", "eraser/modules.cpio.gz")) {
      Files.writeString(directory.resolve("overlay").resolve(name), name);
    }
    kernel = portal.add(1000, 1);
    initrd = portal.add(2000, 2);
    agent = new Agent();
  }

  @Test
  void tenantsFilesComeFirstThenOursThenTheTransfer() {
    CommandOutcome outcome = agent.handler.ensure(install().build());

    assertThat(outcome).isEqualTo(new CommandOutcome.Done(Map.of("fileBytes", "3000")));
    ActiveBoot boot = agent.boots.find(BootCommands.TOKEN).orElseThrow();
    assertThat(boot.kernel()).hasBinaryContent(portal.bytes(kernel));
    assertThat(boot.initrds().keySet()).containsExactly("0", "overlay", "transfer");
    assertThat(boot.initrds().get("0")).hasBinaryContent(portal.bytes(initrd));
    assertThat(boot.initrds().get("transfer")).isNotEmptyFile();
    assertThat(hosts()).hasContent("52:54:00:00:00:11,192.0.2.17,1h");
  }

  @Test
  void eraserBootsTheAgentsOwnKernelAndModules() {
    agent.handler.ensure(BootCommands.install().buildErase());

    ActiveBoot boot = agent.boots.find(BootCommands.TOKEN).orElseThrow();
    assertThat(boot.kernel()).hasContent("eraser/kernel");
    assertThat(boot.initrds().keySet()).containsExactly("overlay", "modules", "transfer");
  }

  @Test
  void bootIsServedAgainAfterAKillAndStrayEntriesGo() throws IOException {
    EnsureBoot command = install().build();
    agent.handler.ensure(command);
    Files.delete(hosts());
    Files.writeString(directory.resolve("hosts.d/52-54-00-00-00-99"), "stray");

    agent = new Agent();

    assertThat(agent.boots.find(BootCommands.TOKEN).orElseThrow().command()).isEqualTo(command);
    assertThat(hosts()).exists();
    assertThat(directory.resolve("hosts.d/52-54-00-00-00-99")).doesNotExist();
  }

  @Test
  void withdrawnBootLeavesNothingAndItsTokenIsDeadForEver() {
    agent.handler.ensure(install().build());

    CommandOutcome first = agent.handler.ensureNone(install().buildNone());
    CommandOutcome second = agent.handler.ensureNone(install().buildNone());

    assertThat(first).isEqualTo(new CommandOutcome.Done(Map.of("was", "true")));
    assertThat(second).isEqualTo(new CommandOutcome.Done(Map.of("was", "false")));
    assertThat(hosts()).doesNotExist();
    assertThat(directory.resolve("boots")).isEmptyDirectory();
    agent = new Agent();
    assertThat(agent.boots.find(BootCommands.TOKEN)).isEmpty();
    assertThat(agent.deadTokens.fence(BootCommands.TOKEN)).hasValue(new Fence(3, 7, 1));
  }

  @Test
  void inspectionIsBootedFromTheAgentsOwnKernelAndModules() {
    agent.handler.ensure(install().buildInspect());

    ActiveBoot boot = agent.boots.find(BootCommands.TOKEN).orElseThrow();
    assertThat(boot.kernel()).endsWith(Path.of("eraser/kernel"));
    assertThat(boot.initrds()).containsOnlyKeys("overlay", "modules", ActiveBoot.TRANSFER);
    assertThat(TransferInitrd.environment(boot.command(), "http://b/", Ipv4Address.of("192.0.2.1")))
        .contains("YUZURI_MODE='inspect'\n");
  }

  @Test
  void newTokenOfTheSameServerKillsTheOldOne() {
    agent.handler.ensure(install().build());

    agent.handler.ensure(install().token("z".repeat(43)).build());

    assertThat(agent.boots.find(BootCommands.TOKEN)).isEmpty();
    assertThat(agent.boots.find("z".repeat(43))).isPresent();
    assertThat(agent.deadTokens.fence(BootCommands.TOKEN)).hasValue(new Fence(3, 7, 1));
  }

  @Test
  void addressOfAnotherServerIsRefusedAndNothingIsWritten() {
    agent.handler.ensure(install().build());
    EnsureBoot other = install().mac("52:54:00:00:00:12").token("z".repeat(43)).build();

    assertThatThrownBy(() -> agent.handler.ensure(other))
        .isInstanceOf(CommandFailedException.class)
        .hasMessageContaining("192.0.2.17/24");
    assertThat(directory.resolve("hosts.d/52-54-00-00-00-12")).doesNotExist();
  }

  @Test
  void filesAreNotFetchedForACommandWhoseTimeIsUp() {
    portal.fault(ScriptedFiles.Fault.AWAY);
    EnsureBoot late =
        BootCommands.install()
            .files(kernel, initrd)
            .notAfter(BootCommands.NOW.minusMillis(1))
            .build();

    assertThatThrownBy(() -> agent.handler.ensure(late))
        .isInstanceOf(DeadlinePassedException.class);
    assertThat(hosts()).doesNotExist();
  }

  @Test
  void missingOverlayIsNamedAndNothingIsServed() throws IOException {
    Files.delete(directory.resolve("overlay/overlay.cpio.gz"));

    assertThatThrownBy(() -> agent.handler.ensure(install().build()))
        .isInstanceOf(CommandFailedException.class)
        .hasMessageContaining("overlay.cpio.gz");
    assertThat(hosts()).doesNotExist();
    assertThat(agent.boots.list()).isEmpty();
  }

  @Test
  void consoleIsReadFromBeforeTheBootUntilItIsWithdrawnAlsoOverAKill() {
    agent.handler.ensure(install().console("127.0.0.1:9611").build());
    assertThat(consoles.sessions()).hasSize(1);
    agent.watch.close();

    agent = new Agent();
    await().until(() -> consoles.sessions().size() == 2);

    agent.handler.ensureNone(install().buildNone());
    await().until(() -> consoles.last().isClosed());
    assertThat(consoles.sessions()).hasSize(2);
  }

  @Test
  void nothingIsServedToAServerWhoseConsoleCannotBeRead() {
    consoles.dead(true);

    assertThatThrownBy(() -> agent.handler.ensure(install().console("127.0.0.1:9611").build()))
        .isInstanceOfSatisfying(
            CommandFailedException.class,
            e -> assertThat(e.outcome().toString()).contains("CONSOLE_NO_SESSION"));
    assertThat(hosts()).doesNotExist();
    assertThat(agent.boots.list()).isEmpty();
  }

  private BootCommands install() {
    return BootCommands.install().files(kernel, initrd);
  }

  private Path hosts() {
    return directory.resolve("hosts.d/52-54-00-00-00-11");
  }
}
