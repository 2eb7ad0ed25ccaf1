package org.yuzuri.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * What goes wrong is named on the page where the person is, and no server ends in an unsafe state.
 * Begins with both servers lent to tenant B, the first one still being installed; uses the second,
 * which is erased while the next thing is tried, and at the end.
 */
@Order(7)
@ExtendWith({SharedDemo.class, Stepwise.class})
class BadInputIT {
  private static final Path IMAGE = Commands.ROOT.resolve("kickstart-installer/target");
  private static final String SERVER = "lent-18";
  private static final String BMC = "127.0.0.1:9612";
  private static final String READY_MADE = "Debian by kickstart";
  private static final String SMALL = "Small system";
  private static final String OFFLINE = "The gateway is offline: Gateway A";
  private static final Duration SILENCE = Duration.ofMinutes(3);
  private static final Duration ERASURE = Duration.ofMinutes(20);
  private static final Duration TRANSFER = Duration.ofMinutes(15);

  private final String broken = "Broken " + System.currentTimeMillis();
  private final String missing = "Missing " + System.currentTimeMillis();
  private Lab lab;
  private TenantBrowser alpha;
  private TenantBrowser beta;
  private OperatorBrowser operator;

  @TempDir private Path files;

  @BeforeAll
  void openBrowsers(Demo demo) {
    lab = demo.lab();
    alpha = demo.browserOf("Tenant A");
    LongInstallation.goesOn(demo);
    beta = demo.browserOf("Tenant B");
    operator = demo.operator();
    if (!beta.hasLeaseOf(SERVER)) {
      lendToB(demo);
    }
  }

  private void lendToB(Demo demo) {
    FreeServers.free(demo, SERVER);
    beta.chooseForOrder(READY_MADE, SMALL);
    beta.placeOrder();
    TenantBrowser.watchToTheEnd(TRANSFER, beta);
  }

  @AfterAll
  void closeBrowsers() {
    alpha.close();
    beta.close();
    operator.close();
  }

  @Test
  @Order(1)
  void serverThatIsReturnedIsTakenAtOnce() {
    beta.openLeaseOf(SERVER);

    beta.returnServer();
  }

  @Test
  @Order(2)
  void orderWithoutFreeServerSaysSo() {
    alpha.chooseForOrder(READY_MADE, SMALL);

    assertThat(alpha.mayPlaceOrder()).isFalse();
    assertThat(alpha.text()).contains("Not enough servers are free: 1 wanted");
  }

  @Test
  @Order(3)
  void fileThatIsNoKernelIsNamed() {
    alpha.openNewImage("No kernel " + System.currentTimeMillis());

    alpha.upload(
        "kernel",
        file("notes.txt", "Shopping list\n".repeat(1000).getBytes(StandardCharsets.UTF_8)),
        1);
    alpha.upload("initrd", IMAGE.resolve("initrd"), 1);

    assertThat(alpha.findings()).contains("BI101");
    assertThat(alpha.text()).contains("notes.txt", "is not an x86 Linux kernel");
  }

  @Test
  @Order(4)
  void initrdCutInHalfIsNamed() {
    alpha.openNewImage("Half an initrd " + System.currentTimeMillis());
    alpha.upload("kernel", IMAGE.resolve("kernel"), 1);
    byte[] whole = bytes(IMAGE.resolve("initrd"));

    alpha.upload("initrd", file("half.img", Arrays.copyOf(whole, whole.length / 2)), 1);

    assertThat(alpha.findings()).contains("BI111");
    assertThat(alpha.text()).contains("half.img", "The initrd is cut off at byte");
  }

  @Test
  @Order(5)
  void kickstartWithSyntaxErrorCannotBeOrdered() {
    alpha.saveSettings(broken, "KICKSTART_INSTALLER", "lang en_US.UTF-8\npart / --siez=1000\n");

    alpha.chooseForOrder(READY_MADE, broken);

    assertThat(alpha.mayPlaceOrder()).isFalse();
    assertThat(alpha.text()).contains("--siez", "Line 2");
  }

  @Test
  @Order(6)
  void returnedServerIsFreeAgain() {
    operator.waitForServerState(SERVER, "AVAILABLE", ERASURE);
  }

  @Test
  @Order(7)
  void repositoryThatAnswersNotFoundIsNamedAndTheServerErased() {
    String text =
        Commands.text(lab.state().resolve("site-a/kickstart/liveimg.ks"))
            .replace("/root.tar.zst", "/no-such-root.tar.zst");
    alpha.saveSettings(missing, "KICKSTART_INSTALLER", text);

    failsToBeInstalledWith(missing);

    assertThat(alpha.problem()).contains("no-such-root.tar.zst", "404");
    operator.waitForServerState(SERVER, "AVAILABLE", ERASURE);
    assertThat(operator.erasures()).first().isEqualTo("VERIFIED");
  }

  @Test
  @Order(8)
  void unreachableGatewayIsNamed() {
    without(
        "charon-a",
        () -> {
          failsToBeInstalledWith(SMALL);
          assertThat(alpha.problem()).contains("gateway");
        });
  }

  @Test
  @Order(9)
  void gatewayThatIsOfflineIsNamedBeforeTheOrder() {
    // Cut off with the gateway's help, and erased without it.
    operator.waitForServerState(SERVER, "WIPING|AVAILABLE", TRANSFER);
    alpha.chooseForOrder(READY_MADE, SMALL);
    assertThat(alpha.text()).doesNotContain(OFFLINE);

    without("tenant-a", () -> alpha.waitForText(OFFLINE, SILENCE));

    operator.waitForServerState(SERVER, "AVAILABLE", ERASURE);
    alpha.waitForPossibleOrder(SILENCE);
  }

  @Test
  @Order(10)
  void deadBmcIsNamedAndTheServerWaitsForTheOperator() {
    without(
        "bmc-" + SERVER,
        () -> {
          failsToBeInstalledWith(SMALL);
          assertThat(alpha.problem()).contains("BMC");
          assertThat(alpha.text()).doesNotContain(BMC, "9612", "ipmitool");
          operator.waitForServerState(SERVER, "QUARANTINED", TRANSFER);
          assertThat(operator.text()).contains(BMC);
        });

    operator.releaseServer();
  }

  private void failsToBeInstalledWith(String settings) {
    alpha.chooseForOrder(READY_MADE, settings);
    alpha.placeOrder();
    TenantBrowser.watchToTheEnd(TRANSFER, alpha);
    assertThat(alpha.transferState()).as(alpha::seen).isEqualTo("FAILED");
  }

  /** While one of the lab's programs is down; it is up again whatever comes of it. */
  private void without(String program, Runnable step) {
    lab.kill(program);
    try {
      step.run();
    } finally {
      lab.startAgain(program);
    }
  }

  private Path file(String name, byte[] content) {
    try {
      return Files.write(files.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
