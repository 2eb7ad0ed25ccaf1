package org.yuzuri.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A server that was cut off is on again before anybody of the datacenter has switched it on, as one
 * with an alarm set by its tenant would be. It is the server that tenant B returns; alone, one of
 * an order of tenant A's that is called off. Ends with that server quarantined.
 */
@Order(10)
@ExtendWith({SharedDemo.class, Stepwise.class})
class SwitchingItselfOnIT {
  private static final Duration STEP = Duration.ofMinutes(5);

  private Lab lab;
  private TenantBrowser alpha;
  private TenantBrowser beta;
  private OperatorBrowser operator;
  private String server;
  private Runnable cutOff;
  private List<String> records;

  @BeforeAll
  void openBrowsers(Demo running) {
    lab = running.lab();
    alpha = running.browserOf("Tenant A");
    beta = running.browserOf("Tenant B");
    operator = running.operator();
    beta.findServer().ifPresentOrElse(this::takesBetas, () -> takesAlphas(running));
    operator.openServer(server);
    records = operator.wipeRecords();
  }

  private void takesBetas(String name) {
    server = name;
    beta.openLeaseOf(server);
    cutOff = beta::returnServer;
  }

  private void takesAlphas(Demo running) {
    FreeServers.free(running, "lent-18");
    alpha.chooseForOrder("Debian by kickstart", "Small system");
    alpha.placeOrder();
    long transfer = alpha.number();
    alpha.openLease();
    server = alpha.serverName();
    alpha.open("transfer/view.xhtml?id=" + transfer);
    alpha.watchForStep("POWER_ON", "SUCCEEDED", STEP);
    cutOff = alpha::cancelTransfer;
  }

  @AfterAll
  void closeBrowsers() {
    alpha.close();
    beta.close();
    operator.close();
  }

  @Test
  void itIsQuarantinedWithoutARecordOfAnErasure() {
    BmcLog bmc = new BmcLog(lab, server);
    CompletableFuture<Void> alarm =
        CompletableFuture.runAsync(
            () -> {
              bmc.awaitSeenOff();
              lab.power(Lab.number(server), "on");
            });

    cutOff.run();
    alarm.join();

    operator.waitForServerState(server, "QUARANTINED", STEP);
    assertThat(operator.text()).contains("Found switched on");
    assertThat(operator.wipeRecords()).as("records of erasures").isEqualTo(records);
  }
}
