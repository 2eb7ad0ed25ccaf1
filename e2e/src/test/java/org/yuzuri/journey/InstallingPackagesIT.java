package org.yuzuri.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The installation that {@link LendingAgainIT} began, from packages and through every crash, comes
 * to its end. It is the longest one, so the tests between the two use the other server meanwhile.
 * Alone, or after a failure there, it begins one itself, through no crash.
 */
@Order(9)
@ExtendWith({SharedDemo.class, Stepwise.class})
class InstallingPackagesIT {
  private static final String SERVER = LongInstallation.SERVER;
  private static final byte[] MARKER_OF_A = "made by tenant a".getBytes(StandardCharsets.UTF_8);
  private static final Duration TRANSFER = Duration.ofMinutes(25);

  private Lab lab;
  private TenantBrowser beta;
  private String address;

  @BeforeAll
  void openBrowser(Demo running) {
    lab = running.lab();
    LongInstallation.goesOn(running);
    beta = running.browserOf("Tenant B");
  }

  @AfterAll
  void closeBrowser() {
    beta.close();
  }

  @Test
  @Order(1)
  void serverIsInstalledFromPackages() {
    beta.openTransferOf(SERVER);
    address = beta.virtualAddress();

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
  }

  @Test
  @Order(2)
  void everyPackageCameThroughTheTunnel() {
    assertThat(lab.requests("b"))
        .filteredOn(request -> request.path().endsWith(".deb"))
        .hasSizeGreaterThan(50)
        .allMatch(request -> request.source().equals(address));
    assertThat(lab.counters().path("other").path("packets").asInt())
        .as("packets outside that are neither IKE nor ESP: " + lab.counters())
        .isZero();
  }

  @Test
  @Order(3)
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
  @Order(4)
  void nothingOfTheFirstTenantIsOnTheServersDisk() {
    lab.ssh("b", address, "sync").orFail();

    assertThat(ByteSearch.contains(lab.disk(1), MARKER_OF_A))
        .as("the first tenant's marker is on the disk of " + SERVER)
        .isFalse();
  }
}
