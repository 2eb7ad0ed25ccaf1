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
 * The server beside the thief asks by DHCP what to boot, first through filtered ports, then when
 * the switch filters nothing and the thief answers, too; it is erased after that, and the switch
 * filters nothing again. Ends with that server free again.
 */
@Order(3)
class HostileNeighbourAtErasureIT extends HostileNeighbour {
  private static final String FORGED =
      "Progress, a log or a result was reported in the server's name and refused";
  private static final String DISTURBED =
      "Security: another machine on the boot network answered in the lender agent's name";
  private static final String FOREIGN_DHCP_ANSWER =
      "Security: another machine answers DHCP on the boot network";
  private static final String KEY_SEEN = "Key confirmed on the server's console";

  /** So that it is being erased for the whole of the attack, on a slow machine too. */
  private static final String SLOWLY = "20mbyte";

  private static final String AT_FULL_SPEED = "unlimited";

  /** Firmware asks a few times in its first seconds, and then never again. */
  private static final Duration ASKED = Duration.ofMinutes(2);

  /** RFC 8470: the console, which is read a moment later than it is written, shows another key. */
  private static final int KEY_NOT_SEEN = 425;

  /** What the agent itself writes meanwhile, of the erasure and of who asks too much. */
  private static final long MOST_KEPT = 64 * 1024;

  private List<String> records;

  @Test
  @Order(1)
  void throughFilteredPortsNobodyElseHearsABootingServerAsk(TestInfo test) {
    operator.openServer(victim.name());
    records = operator.wipeRecords();
    thief.robs("answers", "claims", "only=script");
    thief.awaitBegin();
    frames.countAfresh();
    alpha.chooseForOrder("Debian by kickstart", "Small system");
    alpha.placeOrder();

    alpha.watchForStep("POWER_ON", "SUCCEEDED", STEP);
    frames.awaitAsked(ASKED);

    // It is to ask once more, when the ports are open.
    lab.power(victim.number(), "off");
    thief.stops();
    wrote(test, "booting", true, alpha.transferState(), Map.of());
    assertThatItWasGivenNothing();
    assertThat(alpha.text()).doesNotContain("Security:");
  }

  @Test
  @Order(2)
  void throughOpenPortsWhoAnswersABootingServerInTheAgentsPlaceIsNamedAndItsBootNotBelieved(
      TestInfo test) {
    operator.open("transfer/view.xhtml?id=" + alpha.number());
    letEverythingPass();
    thief.robs("answers", "only=script");
    thief.awaitBegin();
    lab.diskSpeed(victim.number(), SLOWLY);
    lab.power(victim.number(), "pxe");
    lab.power(victim.number(), "on");

    frames.awaitAnswers(ASKED);
    Instant arrived = Instant.now();
    operator.waitForNote(FOREIGN_DHCP_ANSWER, STEP);
    Duration told = Duration.between(arrived, Instant.now());

    thief.stops();
    TenantBrowser.watchToTheEnd(STEP, alpha);
    wrote(test, "booting", false, alpha.transferState(), Map.of(Attack.ANSWERS, told));
    assertThat(told).as("how long after it the operator was told").isLessThan(TOLD);
    assertThat(alpha.transferState()).as(alpha::seen).isEqualTo("FAILED");
    assertThat(alpha.problem()).contains(DISTURBED);
    assertThat(frames.heard()).as("questions that arrived at the thief's port").isPositive();
    assertThat(thief.loot())
        .filteredOn("call", "answer-offer")
        .as("offers to who asked for an address")
        .isNotEmpty();
    assertThatItWasGivenNoMoreThanBootFiles();
  }

  @Test
  @Order(3)
  void eraserThatHasShownItsKeyIsAtWork() {
    operator.waitForServerState(victim.name(), "WIPING", STEP);
    operator.waitForErasureToSay(KEY_SEEN, STEP);
  }

  @Test
  @Order(4)
  void throughOpenPortsNoForgedResultEndsIt(TestInfo test) {
    int forged = operator.timesInHistory(FORGED);
    int disturbed = operator.timesInHistory(DISTURBED);
    thief.learns(lab.bootToken(victim.mac()));
    thief.signs("erased-signed", "erased", victim.cleanDisks(), victim.cleanDisks());
    letEverythingPass();

    thief.robs("claims", "slow=16", "flood=4");

    operator.waitForHistoryAfter(forged, FORGED, STEP);
    Duration told = agent.since("NOT_SIGNED", Instant.now());
    operator.waitForHistoryAfter(disturbed, DISTURBED, STEP);
    Awaitility.await("an answer to a result that its own key signs, and bodies held open")
        .atMost(STEP)
        .pollInterval(Duration.ofSeconds(2))
        .pollInSameThread()
        .until(() -> hasTriedEverything(thief.loot()));
    String meanwhile = operator.serverState();
    thief.stops();
    wrote(test, "erased", false, meanwhile, Map.of(Attack.RESULTS, told));
    assertThat(meanwhile).as("state of the server whose erasure was forged").isEqualTo("WIPING");
    assertThat(told).as("how long after it the operator was told").isLessThan(TOLD);
    assertThatItWasGivenNoMoreThanBootFiles();
    assertThat(postsOfALog()).as("pieces of logs posted").isPositive();
  }

  /** How long that takes is for the thief's machine to say. */
  private static boolean hasTriedEverything(List<Answer> loot) {
    return loot.stream().filter(answer -> answer.call().equals("slow")).count() > 4
        && loot.stream()
            .anyMatch(
                answer ->
                    answer.isStolen()
                        && answer.call().equals("erased-signed")
                        && answer.status() == KEY_NOT_SEEN);
  }

  @Test
  @Order(5)
  void throughOpenPortsAHundredThousandPiecesOfALogLeaveNothing(TestInfo test) {
    int forged = operator.timesInHistory(FORGED);
    long kept = lab.bytesKeptByTheAgent();
    frames.countAfresh();

    thief.robs("flood=4", "posts=" + POSTS, "only=log");

    thief.awaitEnd();
    String meanwhile = operator.serverState();
    long keptAfter = lab.bytesKeptByTheAgent();
    wrote(test, "erased", false, meanwhile, Map.of());
    lab.diskSpeed(victim.number(), AT_FULL_SPEED);
    assertThat(postsOfALog()).as("pieces of logs posted").isGreaterThanOrEqualTo(POSTS);
    assertThat(meanwhile).as("state of the server in whose name they were").isEqualTo("WIPING");
    assertThat(operator.timesInHistory(FORGED)).as("noted once for an erasure").isEqualTo(forged);
    assertThat(keptAfter - kept).as("bytes of it that the agent keeps").isLessThan(MOST_KEPT);
    assertThatItWasGivenNoMoreThanBootFiles();
  }

  @Test
  @Order(6)
  void itEndsByTheServersOwnResult() {
    operator.waitForServerState(victim.name(), "AVAILABLE", ERASURE);

    assertThat(operator.erasures()).first().isEqualTo("VERIFIED");
    assertThat(operator.wipeRecords()).hasSize(records.size() + 1);
    assertThat(operator.wipeRecords()).first().asString().doesNotContain("forged");
    ports.filterAgain();
  }
}
