package org.yuzuri.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * One tenant's server from upload to return, in the browser, with real installation. The steps need
 * each other: after one that failed the rest are skipped.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OrderingAServerIT {
  private static final Path STATE = Commands.ROOT.resolve("target/e2e");
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
  private TenantBrowser tenant;
  private String server;
  private String address;
  private int number;
  private boolean broken;

  @BeforeAll
  void startTheDemo() {
    demo = Demo.start(STATE);
    lab = demo.lab();
    tenant = new TenantBrowser(demo.address(), STATE);
  }

  @AfterAll
  void endTheDemo() {
    if (tenant != null) {
      tenant.close();
    }
    if (demo != null) {
      demo.close();
    }
  }

  @BeforeEach
  void skipAfterAFailure() {
    assumeTrue(!broken, "a step before this one failed");
    broken = true;
  }

  @AfterEach
  void say(TestInfo step) {
    System.out.println((broken ? "failed: " : "done: ") + step.getDisplayName());
  }

  @Test
  @Order(1)
  void tenantUploadsItsBootImageAndSeesItsChecksums() {
    tenant.logIn(demo.login("Tenant A"));

    tenant.uploadImage(
        image, KERNEL_ARGUMENTS, IMAGE.resolve("kernel"), List.of(IMAGE.resolve("initrd")));

    assertThat(tenant.shownHashes())
        .containsExactly(sha256(IMAGE.resolve("kernel")), sha256(IMAGE.resolve("initrd")));
    broken = false;
  }

  @Test
  @Order(2)
  void tenantWritesSettingsAndReviewsThemMergedWithTheLendersFacts() {
    tenant.saveSettings(settings, "KICKSTART_INSTALLER", kickstart("a"));

    tenant.chooseForOrder(image, settings);

    List<String> plan = tenant.reviewedPlan();
    assertThat(plan).anyMatch(line -> line.startsWith("TENANT liveimg "));
    assertThat(plan).anyMatch(line -> line.startsWith("LENDER network --device=52:54:00:00:00:"));
    broken = false;
  }

  @Test
  @Order(3)
  void orderedServerIsInstalledAndHandedOver() {
    tenant.placeOrder();
    address = tenant.virtualAddress();
    long transfer = tenant.number();

    String end = tenant.watchTransfer(TRANSFER, () -> {});

    assertThat(end)
        .as(() -> tenant.seen() + "\nconsole of the first server:\n" + lab.console(1))
        .isEqualTo("SUCCEEDED");
    assertThat(tenant.steps()).allMatch(step -> step.endsWith(" SUCCEEDED"));
    try (TenantBrowser other = new TenantBrowser(demo.address(), STATE)) {
      other.logIn(demo.login("Tenant B"));
      assertThat(other.status("transfer/view.xhtml?id=" + transfer))
          .as("status of the other tenant's look at this transfer")
          .isEqualTo(404);
    }
    tenant.openLease();
    assertThat(tenant.leaseState()).isEqualTo("ACTIVE");
    server = tenant.serverName();
    number = Integer.parseInt(server.replaceAll("[^0-9]", "")) - 16;
    broken = false;
  }

  @Test
  @Order(4)
  void tenantLogsInFromItsOwnSiteWithTheKeyOfTheKickstart() {
    assertThat(lab.ssh("a", address, "cat", "/etc/yuzuri-marker").orFail().strip())
        .isEqualTo(MARKER);
    assertThat(lab.ssh("a", address, "findmnt", "-no", "SOURCE", "/").orFail())
        .as("where the running system's root is")
        .startsWith("/dev/vda");
    broken = false;
  }

  @Test
  @Order(5)
  void everythingOfTheTenantsWentThroughTheTunnel() {
    assertThat(lab.requests("a"))
        .isNotEmpty()
        .allMatch(request -> request.source().equals(address));
    assertThat(lab.counters().path("other").path("packets").asInt())
        .as("packets outside that are neither IKE nor ESP: " + lab.counters())
        .isZero();
    assertThat(lab.counters().path("vpn").path("bytes").asLong())
        .as("bytes of IKE and ESP")
        .isGreaterThan(50_000_000);
    broken = false;
  }

  @Test
  @Order(6)
  void serverReachedNobodyElseAndItsSettingsCouldBeFetchedOnce() {
    List<String> seen = lab.ssh("a", address, "cat", "/root/probes").orFail().lines().toList();

    assertThat(seen).contains("pre closed " + OTHER_SITE, "post closed " + OTHER_SERVER);
    assertThat(seen).noneMatch(line -> line.contains("reached"));
    assertThat(seen).anyMatch(line -> line.matches("second-fetch (404|410)"));
    for (String place : forbidden()) {
      String connect = "timeout 3 bash -c '</dev/tcp/" + place.replace(':', '/') + "'";
      assertThat(lab.ssh("a", address, connect).exitCode())
          .as("exit code of a connection from the handed-over server to " + place)
          .isNotZero();
    }
    assertThat(
            lab.in("site-b", "timeout", "3", "bash", "-c", "</dev/tcp/" + address + "/22")
                .exitCode())
        .as("exit code of a connection from the other tenant's site")
        .isNotZero();
    broken = false;
  }

  @Test
  @Order(7)
  void grantsOfTheInstallationAreGoneOnBothSides() {
    for (String side : List.of("lender", "tenant-a")) {
      assertThat(lab.grants(side))
          .as("grants in force at " + side)
          .isNotEmpty()
          .noneMatch(grant -> grant.contains("install"));
    }
    assertThat(lab.grants("tenant-b")).as("grants in force at tenant-b").isEmpty();
    broken = false;
  }

  @Test
  @Order(8)
  void privateKeysAreNowhereButOnTheServer() {
    String pem =
        lab.ssh("a", address, "cat", "/root/throw-away.pem", "/etc/swanctl/private/*").orFail();
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
    broken = false;
  }

  @Test
  @Order(9)
  void returnedServerIsErasedAndAvailableAgain() {
    byte[] marker = MARKER.getBytes(StandardCharsets.UTF_8);
    lab.ssh("a", address, "sync").orFail();
    assertThat(ByteSearch.contains(lab.disk(number), marker))
        .as("the marker is on the disk of " + server + " before its return")
        .isTrue();

    tenant.returnServer();
    tenant.waitForLeaseState("CLOSED", ERASURE);

    try (TenantBrowser operator = new TenantBrowser(demo.address(), STATE)) {
      operator.logIn(demo.login("Operator"));
      operator.waitForServerState(server, "AVAILABLE", Duration.ofMinutes(1));
    }
    assertThat(ByteSearch.contains(lab.disk(number), marker))
        .as("the marker is on the disk of " + server + " after its return")
        .isFalse();
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              assertThat(lab.grants("lender")).as("grants at the lender").isEmpty();
              assertThat(lab.grants("tenant-a")).as("grants at tenant-a").isEmpty();
            });
    broken = false;
  }

  private String kickstart(String letter) {
    String own = Commands.text(lab.state().resolve("site-" + letter + "/kickstart/liveimg.ks"));
    return own + resource("evidence.ks").replace("@FORBIDDEN@", String.join(" ", forbidden()));
  }

  private static List<String> forbidden() {
    return new ArrayList<>(List.of(OTHER_SITE, OTHER_SERVER, OTHER_VIRTUAL, OUTSIDE));
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
