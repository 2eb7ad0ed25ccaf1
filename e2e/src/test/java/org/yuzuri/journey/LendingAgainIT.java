package org.yuzuri.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The server that tenant A returned goes to tenant B, who installs it from packages while each
 * process of the product is killed once and started again.
 */
@Order(2)
@Tag("long")
@ExtendWith({SharedDemo.class, Stepwise.class})
class LendingAgainIT {
  private static final String SERVER = "lent-17";
  private static final byte[] MARKER_OF_A = "made by tenant a".getBytes(StandardCharsets.UTF_8);
  private static final Duration BOOT = Duration.ofMinutes(5);
  private static final Duration TRANSFER = Duration.ofMinutes(25);

  private Demo demo;
  private Lab lab;
  private TenantBrowser beta;
  private long transfer;
  private String address;

  @BeforeAll
  void openBrowser(Demo running) {
    demo = running;
    lab = demo.lab();
    beta = demo.browserOf("Tenant B");
  }

  @AfterAll
  void closeBrowser() {
    beta.close();
  }

  @Test
  @Order(1)
  void serverThatAnotherTenantReturnedIsLentAgain() {
    beta.chooseForOrder("Debian by kickstart", "Packages");
    beta.placeOrder();
    transfer = beta.number();
    address = beta.virtualAddress();

    try (TenantBrowser operator = demo.browserOf("Operator")) {
      operator.openServer(SERVER);
      assertThat(operator.erasures()).as("erasures of " + SERVER).contains("VERIFIED");
    }
    beta.openLease();
    assertThat(beta.serverName()).isEqualTo(SERVER);
    beta.open("transfer/view.xhtml?id=" + transfer);
  }

  @Test
  @Order(2)
  void lenderAgentMayBeKilledWhileTheServerBoots() {
    beta.watchForStep("POWER_ON", "SUCCEEDED", BOOT);

    crash("lender-agent", 2);

    beta.watchForStep("BOOT_SEEN", "SUCCEEDED", BOOT);
  }

  @Test
  @Order(3)
  void tenantGatewayMayBeKilledBeforeTheTunnelIsUp() {
    crash("tenant-b", 10);

    beta.watchForStep("TUNNEL", "SUCCEEDED", BOOT);
  }

  @Test
  @Order(4)
  void portalMayBeKilledDuringTheInstallation() {
    beta.watchForStep("INSTALL", "RUNNING", BOOT);

    demo.killPortal();

    Awaitility.await()
        .atMost(Duration.ofMinutes(6))
        .pollInSameThread()
        .ignoreExceptions()
        .until(() -> beta.status("login.xhtml") == 200);
    beta.logIn(demo.login("Tenant B"));
    beta.open("transfer/view.xhtml?id=" + transfer);
    assertThat(beta.transferState()).isEqualTo("RUNNING");
  }

  @Test
  @Order(5)
  void serverIsInstalledFromPackagesAfterAllThat() {
    TenantBrowser.watchToTheEnd(TRANSFER, beta);

    assertThat(beta.transferState())
        .as(() -> beta.seen() + "\nconsole:\n" + lab.console(1))
        .isEqualTo("SUCCEEDED");
    assertThat(lab.ssh("b", address, "cat", "/etc/yuzuri-marker").orFail().strip())
        .isEqualTo("made by tenant b");
    assertThat(
            lab.ssh("b", address, "dpkg-query", "-Wf", "'${db:Status-Abbrev}'", "openssh-server")
                .orFail())
        .startsWith("ii");
    assertThat(lab.requests("b"))
        .filteredOn(request -> request.path().endsWith(".deb"))
        .hasSizeGreaterThan(50)
        .allMatch(request -> request.source().equals(address));
    assertThat(lab.counters().path("other").path("packets").asInt())
        .as("packets outside that are neither IKE nor ESP: " + lab.counters())
        .isZero();
  }

  @Test
  @Order(6)
  void nothingOfTheCrashesIsLeftBehind() {
    for (String side : List.of("lender", "tenant-b")) {
      assertThat(lab.grants(side))
          .as("grants in force at " + side)
          .isNotEmpty()
          .noneMatch(grant -> grant.contains("install"));
    }
    assertThat(
            lab.in("lender", "ls", lab.state().resolve("lender/dnsmasq/hosts.d").toString())
                .orFail())
        .as("servers that may boot from the network")
        .isBlank();
  }

  @Test
  @Order(7)
  void nothingOfTheFirstTenantIsOnTheServersDisk() {
    lab.ssh("b", address, "sync").orFail();

    assertThat(ByteSearch.contains(lab.disk(1), MARKER_OF_A))
        .as("the first tenant's marker is on the disk of " + SERVER)
        .isFalse();
  }

  private void crash(String program, int secondsDown) {
    lab.kill(program);
    try {
      TimeUnit.SECONDS.sleep(secondsDown);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + program + " was down", e);
    }
    lab.startAgain(program);
  }
}
