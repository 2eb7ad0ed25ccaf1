package org.yuzuri.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Debian's own network installer, kernel and initrd untouched, ordered under a kickstart: up to its
 * question for components at the tenant's repository, which the lab's part of the archive does not
 * have. In the run of all tests the other server is installed from packages meanwhile.
 */
@Order(8)
@ExtendWith({SharedDemo.class, Stepwise.class})
class DebiansInstallerIT {
  private static final Path FILES = Commands.ROOT.resolve("target/debian-installer");
  private static final String SERVER = "lent-18";
  private static final String INDEX = "/main/debian-installer/binary-amd64/Packages.";
  private static final String ARGUMENTS =
      "priority=critical locale=en_US keymap=us ipv6.disable=1 DEBIAN_FRONTEND=text no_timer_check";
  private static final String[] MISSING = {"BI130", "BI131"};
  private static final Duration STEP = Duration.ofMinutes(5);
  private static final Duration START_OF_THE_INSTALLER = Duration.ofMinutes(20);
  private static final Duration ERASURE = Duration.ofMinutes(20);

  private final String image = "Debian's installer " + System.currentTimeMillis();
  private final String settings = "Kickseed " + System.currentTimeMillis();
  private Demo demo;
  private Lab lab;
  private TenantBrowser tenant;
  private OperatorBrowser operator;
  private String address;

  @BeforeAll
  void openBrowsers(Demo running) {
    demo = running;
    lab = demo.lab();
    tenant = running.browserOf("Tenant A");
    operator = running.operator();
  }

  @AfterAll
  void closeBrowsers() {
    tenant.close();
    operator.close();
  }

  @Test
  @Order(1)
  void missingModulesAreNamedUntilTheKernelsPackageIsUploaded() {
    tenant.beginImage(
        image,
        ARGUMENTS,
        FILES.resolve("linux"),
        List.of(FILES.resolve("initrd.gz"), FILES.resolve("kickseed.cpio.gz")));
    assertThat(tenant.findings()).as("findings without the modules").containsAnyOf(MISSING);
    assertThat(tenant.text()).contains("Missing modules: ", "esp4");

    tenant.upload("modules", FILES.resolve("kernel.deb"), 1);

    tenant.expectReadyImage();
    assertThat(tenant.findings()).as("findings with the modules").doesNotContain(MISSING);
    assertThat(FILES.resolve("made-for-" + tenant.kernelVersion()))
        .as("what names the version of the kernel")
        .exists();
  }

  @Test
  @Order(2)
  void installerAsksTheTenantsRepositoryThroughTheTunnel() {
    tenant.waitForGateway(STEP);
    FreeServers.free(demo, SERVER);
    String text = Commands.text(lab.state().resolve("site-a/kickstart/kickseed.ks"));
    tenant.saveSettings(settings, "KICKSEED", text);
    tenant.chooseForOrder(image, settings);
    tenant.placeOrder();
    address = tenant.virtualAddress();
    tenant.watchForStep("TUNNEL", "SUCCEEDED", STEP);

    Awaitility.await()
        .atMost(START_OF_THE_INSTALLER)
        .pollInterval(Duration.ofSeconds(1))
        .pollInSameThread()
        .until(this::isAskedForComponents);
    System.out.println(
        "Debian's installer asked for the index of its components, from "
            + address
            + ". The lab's part of the archive has none of them: it cannot go on here.");
  }

  @Test
  @Order(3)
  void transferThatIsCalledOffEndsWithAnErasedServer() {
    tenant.cancelTransfer();

    tenant.openLease();
    tenant.waitForLeaseState("CANCELLED", STEP);
    operator.waitForServerState(tenant.serverName(), "AVAILABLE", ERASURE);
    assertThat(operator.erasures()).first().isEqualTo("VERIFIED");
  }

  private boolean isAskedForComponents() {
    assertThat(tenant.transferState())
        .as(() -> tenant.seen() + "\nconsoles:\n" + lab.console(1) + "\n\n" + lab.console(2))
        .isEqualTo("RUNNING");
    return lab.requests("a").stream()
        .filter(request -> request.path().contains(INDEX))
        .anyMatch(request -> request.status() == 200 && request.source().equals(address));
  }
}
