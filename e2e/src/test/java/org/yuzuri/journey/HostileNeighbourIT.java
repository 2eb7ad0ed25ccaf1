package org.yuzuri.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yuzuri.journey.Thief.Answer;

/**
 * Root on tenant B's server attacks the server that tenant A orders: through filtered ports, and
 * when the switch filters nothing. Ends with the server of tenant A free again, and B as before.
 */
@Order(2)
@ExtendWith({SharedDemo.class, Stepwise.class})
class HostileNeighbourIT {
  private static final String VICTIM = "lent-17";
  private static final String VICTIMS_MAC = "52:54:00:00:00:11";
  private static final String VICTIMS_ADDRESS = "192.0.2.17";
  private static final int VICTIMS_PORT = 1;
  private static final int THIEFS_PORT = 2;
  private static final String PAST_STAGE =
      "Security: boot token used for what its boot is past, or not yet at";
  private static final Object[] BOOT_FILES_AND_LOG = {"script", "kernel", "transfer", "log"};
  private static final Duration STEP = Duration.ofMinutes(5);
  private static final Duration TRANSFER = Duration.ofMinutes(25);
  private static final Duration ERASURE = Duration.ofMinutes(20);
  private static final Duration TOLD = Duration.ofSeconds(5);

  private final Instant begun = Instant.now();
  private Lab lab;
  private Ports ports;
  private Thief thief;
  private TenantBrowser alpha;
  private TenantBrowser operator;
  private int requestsBefore;

  @BeforeAll
  void bringTheThiefToItsServer(Demo running) {
    lab = running.lab();
    ports = new Ports(lab);
    alpha = running.browserOf("Tenant A");
    operator = running.browserOf("Operator");
    try (TenantBrowser beta = running.browserOf("Tenant B")) {
      beta.openTransferOf("lent-18");
      thief = new Thief(lab, "b", beta.virtualAddress(), running.state());
    }
  }

  @AfterAll
  void closeBrowsers() {
    alpha.close();
    operator.close();
    System.out.println("the hostile neighbour took " + Duration.between(begun, Instant.now()));
  }

  @Test
  @Order(1)
  void throughFilteredPortsAServerBootsAndTheThiefGetsNoAnswerAsItsNeighbour() {
    requestsBefore = lab.requests("a").size();
    thief.robs(VICTIMS_MAC, VICTIMS_ADDRESS);
    alpha.chooseForOrder("Debian by kickstart", "Small system");
    alpha.placeOrder();

    alpha.watchForStep("BOOT_SEEN", "SUCCEEDED", STEP);

    thief.stops();
    assertThatItWasGivenNothing();
    assertThat(ports.dropped(THIEFS_PORT))
        .as("frames of the thief that the lender dropped, by reason")
        .containsKeys("foreign-mac", "forged-arp", "server-answer", "foreign-address");
    assertThat(alpha.text()).doesNotContain("Security:");
  }

  @Test
  @Order(2)
  void throughOpenPortsAThiefThatKnowsTheTokenIsGivenNeitherBootFilesForLongNorACertificate() {
    thief.learns(lab.bootToken(VICTIMS_MAC));
    ports.letEverythingPass(VICTIMS_PORT, THIEFS_PORT);

    thief.robsUntil(VICTIMS_MAC, VICTIMS_ADDRESS, 410, "certificate");

    alpha.waitForNote(PAST_STAGE, TOLD);
    operator.open("transfer/view.xhtml?id=" + alpha.number());
    assertThat(operator.text()).contains(PAST_STAGE);
    ports.filterAgain();
    assertThat(thief.loot()).contains(new Answer("stolen", "script", 410));
    assertThatItWasGivenNoMoreThanBootFiles();
  }

  @Test
  @Order(3)
  void robbedServerIsInstalledAllTheSame() {
    alpha.watchForStep("INSTALL", "RUNNING", STEP);

    Awaitility.await("the installer has read its settings and fetches")
        .atMost(STEP)
        .pollInSameThread()
        .until(() -> lab.requests("a").size() > requestsBefore);
  }

  @Test
  @Order(4)
  void throughOpenPortsTheThiefIsNotGivenTheSettingsThatTheServerFetched() {
    ports.letEverythingPass(VICTIMS_PORT, THIEFS_PORT);

    thief.robsUntil(VICTIMS_MAC, VICTIMS_ADDRESS, 410, "settings");

    alpha.waitForNote("Security: settings asked for a second time", TOLD);
    ports.filterAgain();
    assertThatItWasGivenNoMoreThanBootFiles();
    assertThat(alpha.transferState()).isEqualTo("RUNNING");
  }

  @Test
  @Order(5)
  void withTheTokenThatItLearntTheThiefGetsNothingWhileTheServerIsHandedOverAndErased() {
    thief.robs(VICTIMS_MAC, VICTIMS_ADDRESS);

    TenantBrowser.watchToTheEnd(TRANSFER, alpha);
    assertThat(alpha.transferState()).as(alpha::seen).isEqualTo("SUCCEEDED");
    assertThat(alpha.text()).contains("Security: boot token used");
    alpha.openLease();
    alpha.returnServer();
    operator.waitForServerState(VICTIM, "AVAILABLE", ERASURE);

    thief.stops();
    assertThat(operator.erasures()).first().isEqualTo("VERIFIED");
    assertThatItWasGivenNothing();
  }

  /** As its neighbour no answer at all; as itself only refusals. */
  private void assertThatItWasGivenNothing() {
    List<Answer> loot = thief.loot();
    assertThat(loot).filteredOn("as", "stolen").isNotEmpty().extracting("status").containsOnly(0);
    assertThat(loot).filteredOn("as", "own").extracting("status").contains(404).isSubsetOf(404, 0);
  }

  private void assertThatItWasGivenNoMoreThanBootFiles() {
    assertThat(thief.loot())
        .filteredOn(answer -> answer.status() == 200)
        .extracting("call")
        .isSubsetOf(BOOT_FILES_AND_LOG);
    assertThat(thief.stolenText())
        .doesNotContain("BEGIN CERTIFICATE-", "BEGIN CMS", "liveimg", "rootpw");
  }
}
