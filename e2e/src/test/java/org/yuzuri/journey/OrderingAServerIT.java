package org.yuzuri.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two tenants order at once, in the browser: from upload to hand-over with real installation, each
 * in its own network, and back to a server that is proven empty. Ends with the server of tenant A
 * free and tenant B still on the other.
 */
@Order(1)
@ExtendWith({SharedDemo.class, Stepwise.class})
class OrderingAServerIT {
  private static final Path IMAGE = Commands.ROOT.resolve("kickstart-installer/target");
  private static final String KERNEL_ARGUMENTS = "console=ttyS0";
  private static final String MARKER = "made by tenant a";
  private static final Duration TRANSFER = Duration.ofMinutes(25);
  private static final Duration ERASURE = Duration.ofMinutes(20);
  private static final String OTHER_SITE = "10.40.0.10:80";
  private static final String OTHER_SERVER = "192.0.2.18:22";
  private static final String OTHER_VIRTUAL = "10.40.1.1:22";
  private static final String OUTSIDE = "198.51.100.1:22";

  // Names of their own, so that the test can be repeated in a demo that runs on.
  private final String image = "Our installer " + System.currentTimeMillis();
  private final String settings = "Our live image " + System.currentTimeMillis();
  private Demo demo;
  private Lab lab;
  private TenantBrowser alpha;
  private TenantBrowser beta;
  private String server;
  private String address;
  private String betasAddress;

  @BeforeAll
  void openBrowsers(Demo running) {
    demo = running;
    lab = demo.lab();
    alpha = demo.browserOf("Tenant A");
    beta = demo.browserOf("Tenant B");
  }

  @AfterAll
  void closeBrowsers() {
    alpha.close();
    beta.close();
  }

  @Test
  @Order(1)
  void tenantUploadsItsBootImageAndSeesItsChecksums() {
    alpha.uploadImage(
        image, KERNEL_ARGUMENTS, IMAGE.resolve("kernel"), List.of(IMAGE.resolve("initrd")));

    assertThat(alpha.shownHashes())
        .containsExactly(sha256(IMAGE.resolve("kernel")), sha256(IMAGE.resolve("initrd")));
  }

  @Test
  @Order(2)
  void tenantWritesSettingsAndReviewsThemMergedWithTheLendersFacts() {
    alpha.saveSettings(settings, "KICKSTART_INSTALLER", kickstart("a"));

    alpha.chooseForOrder(image, settings);

    List<String> plan = alpha.reviewedPlan();
    assertThat(plan).anyMatch(line -> line.startsWith("TENANT liveimg "));
    assertThat(plan).anyMatch(line -> line.startsWith("LENDER network --device=52:54:00:00:00:"));
  }

  @Test
  @Order(3)
  void serversOrderedByTwoTenantsAtOnceAreInstalledAndHandedOver() {
    beta.chooseForOrder("Debian by kickstart", "Small system");
    alpha.placeOrder();
    beta.placeOrder();
    address = alpha.virtualAddress();
    betasAddress = beta.virtualAddress();

    TenantBrowser.watchToTheEnd(TRANSFER, alpha, beta);

    for (TenantBrowser tenant : List.of(alpha, beta)) {
      assertThat(tenant.transferState())
          .as(() -> tenant.seen() + "\nconsoles:\n" + lab.console(1) + "\n\n" + lab.console(2))
          .isEqualTo("SUCCEEDED");
      assertThat(tenant.steps()).hasSize(12).allMatch(step -> step.endsWith(" SUCCEEDED"));
    }
    assertThat(beta.status("transfer/view.xhtml?id=" + alpha.number()))
        .as("status of the other tenant's look at this transfer")
        .isEqualTo(404);
    for (TenantBrowser tenant : List.of(alpha, beta)) {
      tenant.openLease();
      assertThat(tenant.leaseState()).isEqualTo("ACTIVE");
    }
    server = alpha.serverName();
    assertThat(server).isEqualTo("lent-17").isNotEqualTo(beta.serverName());
  }

  @Test
  @Order(4)
  void tenantsLogInFromTheirOwnSitesWithTheKeysOfTheirKickstarts() {
    assertThat(lab.ssh("a", address, "cat", "/etc/yuzuri-marker").orFail().strip())
        .isEqualTo(MARKER);
    assertThat(lab.ssh("b", betasAddress, "cat", "/etc/yuzuri-marker").orFail().strip())
        .isEqualTo("made by tenant b");
    assertThat(lab.ssh("a", address, "findmnt", "-no", "SOURCE", "/").orFail())
        .as("where the running system's root is")
        .startsWith("/dev/vda");
    assertThat(lab.ssh("b", betasAddress, "test", "-d", "/sys/firmware/efi").exitCode())
        .as("exit code of the question whether the second server was started by UEFI")
        .isZero();
  }

  @Test
  @Order(5)
  void everythingOfTheTenantsWentThroughTheTunnels() {
    assertThat(lab.requests("a"))
        .isNotEmpty()
        .allMatch(request -> request.source().equals(address));
    assertThat(lab.requests("b"))
        .isNotEmpty()
        .allMatch(request -> request.source().equals(betasAddress));
    assertThat(lab.counters().path("other").path("packets").asInt())
        .as("packets outside that are neither IKE nor ESP: " + lab.counters())
        .isZero();
    assertThat(lab.counters().path("vpn").path("bytes").asLong())
        .as("bytes of IKE and ESP")
        .isGreaterThan(100_000_000);
  }

  @Test
  @Order(6)
  void serverReachedNobodyElseAndItsSettingsCouldBeFetchedOnce() {
    List<String> seen = lab.ssh("a", address, "cat", "/root/probes").orFail().lines().toList();

    assertThat(seen).contains("pre closed " + OTHER_SITE, "post closed " + OTHER_SERVER);
    assertThat(seen).noneMatch(line -> line.contains("reached"));
    assertThat(seen).anyMatch(line -> line.matches("second-fetch (404|410)"));
  }

  @Test
  @Order(7)
  void tenantsDoNotReachEachOtherAfterTheHandOver() {
    List<String> fromA = new ArrayList<>(forbidden());
    fromA.add(betasAddress + ":22");
    for (String place : fromA) {
      assertClosed("a", address, place);
    }
    for (String place : List.of("10.30.0.10:80", address + ":22", "192.0.2.17:22", OUTSIDE)) {
      assertClosed("b", betasAddress, place);
    }
    assertThat(connect("site-b", address + ":22")).as("from site B to A's server").isNotZero();
    assertThat(connect("site-a", betasAddress + ":22")).as("from site A to B's").isNotZero();
  }

  @Test
  @Order(8)
  void grantsOfTheInstallationAreGoneOnBothSides() {
    for (String side : List.of("lender", "tenant-a", "tenant-b")) {
      assertThat(lab.grants(side))
          .as("grants in force at " + side)
          .isNotEmpty()
          .noneMatch(grant -> grant.contains("install"));
    }
  }

  @Test
  @Order(9)
  void privateKeysAreNowhereButOnTheServer() {
    String pem =
        lab.ssh("a", address, "cat", "/root/throw-away.pem", "/etc/yuzuri/swanctl/private/*")
            .orFail();
    List<Path> folders =
        List.of(
            demo.state().resolve("portal"),
            demo.state().resolve("database"),
            demo.state().resolve("secrets"),
            lab.state().resolve("lender"),
            lab.state().resolve("tenant-a"),
            lab.state().resolve("tenant-b"));

    List<KeySearch> keys = KeySearch.inPem(pem);

    assertThat(keys).as("private keys on the server").hasSizeGreaterThanOrEqualTo(2);
    for (KeySearch key : keys) {
      assertThat(key.in(folders)).as("files with a private key of the server").isEmpty();
    }
  }

  @Test
  @Order(10)
  void returnedServerIsErasedAndAvailableAgain() {
    byte[] marker = MARKER.getBytes(StandardCharsets.UTF_8);
    Path disk = lab.disk(Lab.number(server));
    lab.ssh("a", address, "sync").orFail();
    assertThat(ByteSearch.contains(disk, marker))
        .as("the marker is on the disk of " + server + " before its return")
        .isTrue();

    alpha.returnServer();
    alpha.waitForLeaseState("CLOSED", ERASURE);

    try (OperatorBrowser operator = demo.operator()) {
      operator.waitForServerState(server, "AVAILABLE", Duration.ofMinutes(1));
    }
    assertThat(ByteSearch.contains(disk, marker))
        .as("the marker is on the disk of " + server + " after its return")
        .isFalse();
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(lab.grants("tenant-a")).as("grants at tenant-a").isEmpty());
    assertThat(lab.grants("lender"))
        .as("grants at the lender")
        .noneMatch(grant -> grant.contains("192.0.2.17"));
    assertThat(lab.grants("tenant-b")).as("grants of the tenant that stays").isNotEmpty();
  }

  private void assertClosed(String tenant, String from, String place) {
    String connect = "timeout 3 bash -c '</dev/tcp/" + place.replace(':', '/') + "'";
    assertThat(lab.ssh(tenant, from, connect).exitCode())
        .as("exit code of a connection from tenant " + tenant + "'s server to " + place)
        .isNotZero();
  }

  private int connect(String namespace, String place) {
    return lab.in(namespace, "timeout", "3", "bash", "-c", "</dev/tcp/" + place.replace(':', '/'))
        .exitCode();
  }

  private String kickstart(String letter) {
    String own = Commands.text(lab.state().resolve("site-" + letter + "/kickstart/liveimg.ks"));
    return own + resource("evidence.ks").replace("@FORBIDDEN@", String.join(" ", forbidden()));
  }

  private static List<String> forbidden() {
    return List.of(OTHER_SITE, OTHER_SERVER, OTHER_VIRTUAL, OUTSIDE);
  }

  private static String resource(String name) {
    try (var in = OrderingAServerIT.class.getResourceAsStream("/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(Path file) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
