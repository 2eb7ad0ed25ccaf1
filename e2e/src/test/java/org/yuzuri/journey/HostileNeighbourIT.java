package org.yuzuri.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.yuzuri.journey.Thief.Answer;

/**
 * Root on tenant B's server attacks the server that tenant A orders, has installed and returns:
 * through filtered ports, and when the switch filters nothing. Alone, it orders B's server first.
 * Ends with A's server free again, and B as before; {@code bench/attacks} prints what came of it.
 */
@Order(2)
class HostileNeighbourIT extends HostileNeighbour {
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
  private static final String[] ALL_AT_ONCE = {
    "claims", "answers", "slow=16", "flood=4", "frames=" + POSTS
  };
  private static final String FOREIGN_MAC = "foreign-mac";

  /** So that it is being installed for all of the attacks meant for that, on a slow machine too. */
  private static final String SLOWLY = "2mbit";

  private int requestsBefore;

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
        .containsKeys(FOREIGN_MAC, "forged-arp", "server-answer", "foreign-address");
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

    assertThat(alpha.steps()).as(alpha::seen).contains("INSTALL RUNNING");

    thief.robs("slow=16", "flood=4");

    operator.waitForNote(NOT_SIGNED, STEP);
    Duration told = agent.since("NOT_SIGNED", Instant.now());
    operator.waitForNote(SIGNED_BY_ANOTHER_KEY, STEP);
    Awaitility.await("every call as itself and as its neighbour, and bodies held open")
        .atMost(STEP)
        .pollInSameThread()
        .until(() -> hasTriedEverything(thief.loot()));
    thief.stops();

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

  /** How long that takes is for the thief's machine to say. */
  private static boolean hasTriedEverything(List<Answer> loot) {
    return loot.stream().filter(answer -> answer.call().equals("slow")).count() > 4
        && loot.stream().anyMatch(answer -> answer.as().equals("own") && answer.status() == 404);
  }

  @Test
  @Order(7)
  void withTheTokenThatItLearntTheThiefGetsNothingWhileTheServerIsHandedOverAndErased(
      TestInfo test) {
    frames.countAfresh();
    long droppedBefore = ports.dropped(thiefs.number()).getOrDefault(FOREIGN_MAC, 0L);
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
    assertThat(postsOfALog()).as("pieces of logs posted").isGreaterThanOrEqualTo(POSTS);
    assertThat(ports.dropped(thiefs.number()).get(FOREIGN_MAC) - droppedBefore)
        .as("frames with its neighbour's card that the lender dropped")
        .isGreaterThanOrEqualTo(POSTS);
    assertThatItWasGivenNothing();
  }
}
