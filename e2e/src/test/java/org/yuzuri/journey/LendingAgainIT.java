package org.yuzuri.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The server that tenant A returned goes to tenant B. While it boots and begins to install, each
 * process of the product is killed once and started again. Ends with the installation going on.
 */
@Order(5)
@ExtendWith({SharedDemo.class, Stepwise.class})
class LendingAgainIT {
  private static final String SERVER = LongInstallation.SERVER;
  private static final Duration BOOT = Duration.ofMinutes(5);

  private Demo demo;
  private Lab lab;
  private TenantBrowser beta;
  private long transfer;

  @BeforeAll
  void openBrowser(Demo running) {
    demo = running;
    lab = demo.lab();
    FreeServers.free(demo, SERVER);
    beta = demo.browserOf("Tenant B");
  }

  @AfterAll
  void closeBrowser() {
    beta.close();
  }

  @Test
  @Order(1)
  void serverThatAnotherTenantReturnedIsLentAgain() {
    LongInstallation.order(beta);
    transfer = beta.number();

    try (OperatorBrowser operator = demo.operator()) {
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
    beta.leave();

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
