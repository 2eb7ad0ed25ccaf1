package org.yuzuri.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yuzuri.journey.AttackTable.Stretch;
import org.yuzuri.journey.Thief.Answer;

/**
 * Root on tenant B's server attacks the server that tenant A orders, has installed and returns:
 * through filtered ports, and when the switch filters nothing. Alone, it orders B's server first.
 * Ends with A's server free again, and B as before; {@code bench/attacks} prints what came of it.
 */
@Order(2)
@ExtendWith({SharedDemo.class, Stepwise.class})
class HostileNeighbourIT {
  private static final String PAST_STAGE =
      "Security: boot token used for what its boot is past, or not yet at";
  private static final String SETTINGS_AGAIN = "Security: settings asked for a second time";
  private static final String NOT_SIGNED =
      "Security: progress, a log or a result was reported in the server's name without its signature";
  private static final String SIGNED_BY_ANOTHER_KEY =
      "Security: progress or a log was reported in the server's name, signed by another key";
  private static final String FOREIGN_DHCP_ANSWER =
      "Security: another machine answers DHCP on the boot network";
  private static final String AGENT_ADDRESS_CLAIMED =
      "Security: another machine on the boot network claims the lender agent's address";
  private static final String[] ALL_AT_ONCE = {"claims", "slow=16", "flood=4"};

  /** So that it is being installed for all of the attacks meant for that. */
  private static final String SLOWLY = "4mbit";

  private static final Object[] BOOT_FILES = {"script", "kernel", "transfer"};
  private static final Duration STEP = Duration.ofMinutes(5);
  private static final Duration TRANSFER = Duration.ofMinutes(25);
  private static final Duration ERASURE = Duration.ofMinutes(20);
  private static final Duration TOLD = Duration.ofSeconds(5);

  private final Instant begun = Instant.now();
  private final AttackTable table = new AttackTable();
  private Lab lab;
  private Ports ports;
  private PassedFrames frames;
  private AgentLog agent;
  private Thief thief;
  private Rack victim;
  private Rack thiefs;
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
      thiefs = new Rack(beta.findServer().orElseGet(() -> ordered(beta)));
      beta.openTransferOf(thiefs.name());
      thief = new Thief(lab, "b", beta.virtualAddress(), running.state());
    }
    victim = thiefs.other();
    thief.choosesVictim(victim.mac(), victim.address());
    frames = new PassedFrames(lab, thiefs.port(), victim.mac(), victim.address());
  }

  private static String ordered(TenantBrowser tenant) {
    tenant.chooseForOrder("Debian by kickstart", "Small system");
    tenant.placeOrder();
    TenantBrowser.watchToTheEnd(TRANSFER, tenant);
    return tenant.findServer().orElseThrow(() -> new AssertionError(tenant.seen()));
  }

  @AfterAll
  void closeBrowsers() {
    alpha.close();
    operator.close();
    frames.end();
    System.out.println("the hostile neighbour took " + Duration.between(begun, Instant.now()));
  }

  @Test
  @Order(1)
  void throughFilteredPortsAServerBootsAndTheThiefGetsNoAnswerAsItsNeighbour(TestInfo test) {
    requestsBefore = lab.requests("a").size();
    lab.bandwidth(SLOWLY);
    thief.robs(ALL_AT_ONCE);
    alpha.chooseForOrder("Debian by kickstart", "Small system");
    alpha.placeOrder();

    alpha.watchForStep("BOOT_SEEN", "SUCCEEDED", STEP);

    thief.stops();
    assertThat(ports.dropped(thiefs.number()))
        .as("frames of the thief that the lender dropped, by reason")
        .containsKeys("foreign-mac", "forged-arp", "server-answer", "foreign-address");
    assertThat(alpha.text()).doesNotContain("Security:");
    wrote(test, "ordered", true, alpha.transferState(), Map.of());
    assertThatItWasGivenNothing();
  }

  @Test
  @Order(2)
  void throughOpenPortsAThiefThatKnowsTheTokenIsGivenNoCertificate(TestInfo test) {
    operator.open("transfer/view.xhtml?id=" + alpha.number());
    thief.learns(lab.bootToken(victim.mac()));
    letEverythingPass();

    thief.robs("until=410:certificate", "only=certificate");

    operator.waitForNote(PAST_STAGE, STEP);
    Duration told = agent.since("are over; the boot is", Instant.now());
    alpha.waitForNote(PAST_STAGE, TOLD);
    thief.awaitEnd();
    ports.filterAgain();
    wrote(test, "booting", false, alpha.transferState(), Map.of(Attack.OWN_KEY, told));
    assertThat(told).as("how long after it the operator was told").isLessThan(TOLD);
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
  void throughOpenPortsTheThiefIsNotGivenTheSettingsThatTheServerFetched(TestInfo test) {
    letEverythingPass();

    thief.robs("until=410:settings", "only=settings");

    operator.waitForNote(SETTINGS_AGAIN, STEP);
    Duration told = agent.since("settings refused", Instant.now());
    alpha.waitForNote(SETTINGS_AGAIN, TOLD);
    thief.awaitEnd();
    ports.filterAgain();
    wrote(test, "installed", false, alpha.transferState(), Map.of(Attack.SETTINGS, told));
    assertThat(told).as("how long after it the operator was told").isLessThan(TOLD);
    assertThatItWasGivenNoMoreThanBootFiles();
    assertThat(alpha.transferState()).isEqualTo("RUNNING");
  }

  @Test
  @Order(5)
  void throughOpenPortsWhoeverAnswersInTheAgentsNameIsNamed(TestInfo test) {
    letEverythingPass();

    thief.robs("claims", "only=script", "seconds=8");

    frames.awaitClaims(STEP);
    Instant arrived = Instant.now();
    operator.waitForNote(FOREIGN_DHCP_ANSWER, STEP);
    operator.waitForNote(AGENT_ADDRESS_CLAIMED, TOLD);
    Duration told = Duration.between(arrived, Instant.now());
    thief.awaitEnd();
    ports.filterAgain();
    wrote(test, "installed", false, alpha.transferState(), Map.of(Attack.CLAIMS, told));
    assertThat(told).as("how long after it the operator was told").isLessThan(TOLD);
    assertThat(alpha.transferState()).as(alpha::seen).isIn("RUNNING", "SUCCEEDED");
  }

  @Test
  @Order(6)
  void throughOpenPortsAnInstallationGoesOnUnderAllCallsAtOnce(TestInfo test) {
    letEverythingPass();

    String body = "sequence=500&phase=failed&percent=&message=forged";
    thief.signs("beat-signed", "beat", body, "yuzuri beat " + thief.token() + " 500\n" + body);

    thief.robs("slow=16", "flood=4", "seconds=12");

    operator.waitForNote(NOT_SIGNED, STEP);
    Duration told = agent.since("NOT_SIGNED", Instant.now());
    operator.waitForNote(SIGNED_BY_ANOTHER_KEY, STEP);
    thief.awaitEnd();

    ports.filterAgain();
    lab.bandwidth("unlimited");
    wrote(
        test,
        "installed",
        false,
        alpha.transferState(),
        Map.of(Attack.BEATS, told, Attack.LOG, told));
    assertThat(told).as("how long after it the operator was told").isLessThan(TOLD);
    assertThatItWasGivenNoMoreThanBootFiles();
    List<Answer> loot = thief.loot();
    assertThat(loot).filteredOn("call", "slow").as("bodies held open").hasSizeGreaterThan(4);
    assertThat(loot).filteredOn("as", "own").extracting("status").contains(404);
    assertThat(alpha.transferState()).as(alpha::seen).isIn("RUNNING", "SUCCEEDED");
  }

  @Test
  @Order(7)
  void withTheTokenThatItLearntTheThiefGetsNothingWhileTheServerIsHandedOverAndErased(
      TestInfo test) {
    frames.countAfresh();
    thief.robs(ALL_AT_ONCE);

    TenantBrowser.watchToTheEnd(TRANSFER, alpha);
    assertThat(alpha.transferState()).as(alpha::seen).isEqualTo("SUCCEEDED");
    assertThat(alpha.text()).contains("Security: boot token used");
    alpha.openLease();
    alpha.returnServer();
    operator.waitForServerState(victim.name(), "AVAILABLE", ERASURE);

    thief.stops();
    wrote(test, "handed over, returned, erased", true, operator.serverState(), Map.of());
    assertThat(operator.erasures()).first().isEqualTo("VERIFIED");
    assertThatItWasGivenNothing();
  }

  private void letEverythingPass() {
    ports.letEverythingPass(victim.number(), thiefs.number());
    frames.countAfresh();
    agent = new AgentLog(lab);
  }

  private void wrote(
      TestInfo test, String when, boolean filtered, String then, Map<Attack, Duration> told) {
    String name = test.getTestMethod().orElseThrow().getName();
    table.add(new Stretch(name, when, filtered, then), thief.loot(), frames, told);
  }

  /** No frame of it arrives in another's name, and it gets no answer; as itself only refusals. */
  private void assertThatItWasGivenNothing() {
    List<Answer> loot = thief.loot();
    assertThat(frames.asNeighbour() + frames.claims()).as("forged frames that arrived").isZero();
    assertThat(loot).filteredOn("as", "stolen").isNotEmpty().extracting("status").containsOnly(0);
    assertThat(loot).filteredOn("as", "own").extracting("status").contains(404).isSubsetOf(404, 0);
  }

  private void assertThatItWasGivenNoMoreThanBootFiles() {
    assertThat(frames.asNeighbour()).as("frames with its neighbour's card").isPositive();
    assertThat(thief.loot())
        .filteredOn(answer -> answer.status() == 200)
        .extracting("call")
        .isSubsetOf(BOOT_FILES);
    assertThat(thief.stolenText())
        .doesNotContain("BEGIN CERTIFICATE-", "BEGIN CMS", "liveimg", "rootpw");
  }
}
