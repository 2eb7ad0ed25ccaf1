package org.yuzuri.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.yuzuri.journey.Thief.Answer;

/**
 * The server beside the thief is erased after an order that is called off, and the switch filters
 * nothing. Ends with that server free again.
 */
@Order(3)
class HostileNeighbourAtErasureIT extends HostileNeighbour {
  private static final String FORGED =
      "Progress, a log or a result was reported in the server's name and refused";
  private static final String DISTURBED =
      "Security: another machine on the boot network answered in the lender agent's name";
  private static final String KEY_SEEN = "Key confirmed on the server's console";

  /** RFC 8470: the console, which is read a moment later than it is written, shows another key. */
  private static final int KEY_NOT_SEEN = 425;

  private List<String> records;

  @Test
  @Order(1)
  void eraserThatHasShownItsKeyIsAtWork() {
    operator.openServer(victim.name());
    records = operator.wipeRecords();
    alpha.chooseForOrder("Debian by kickstart", "Small system");
    alpha.placeOrder();
    alpha.watchForStep("POWER_ON", "SUCCEEDED", STEP);
    alpha.cancelTransfer();

    operator.waitForServerState(victim.name(), "WIPING", STEP);
    operator.waitForErasureToSay(KEY_SEEN, STEP);
  }

  @Test
  @Order(2)
  void throughOpenPortsNoForgedResultEndsIt(TestInfo test) {
    int forged = operator.timesInHistory(FORGED);
    int disturbed = operator.timesInHistory(DISTURBED);
    thief.learns(lab.bootToken(victim.mac()));
    thief.signs("erased-signed", "erased", victim.cleanDisks(), victim.cleanDisks());
    letEverythingPass();

    thief.robs("claims", "slow=16", "flood=4", "seconds=20");

    operator.waitForHistoryAfter(forged, FORGED, STEP);
    Duration told = agent.since("NOT_SIGNED", Instant.now());
    operator.waitForHistoryAfter(disturbed, DISTURBED, STEP);
    thief.awaitEnd();
    wrote(test, "erased", false, operator.serverState(), Map.of(Attack.RESULTS, told));
    assertThat(told).as("how long after it the operator was told").isLessThan(TOLD);
    assertThat(thief.loot())
        .filteredOn("call", "slow")
        .as("bodies held open")
        .hasSizeGreaterThan(4);
    assertThat(thief.loot())
        .filteredOn(answer -> answer.isStolen() && answer.call().equals("erased-signed"))
        .extracting("status")
        .as("answers to a result that its own key signs")
        .contains(KEY_NOT_SEEN);
    assertThatItWasGivenNoMoreThanBootFiles();
    assertThat(thief.loot().stream().filter(Attack.LOG::isOf).mapToInt(Answer::count).sum())
        .as("pieces of logs posted")
        .isPositive();
  }

  @Test
  @Order(3)
  void itEndsByTheServersOwnResult() {
    operator.waitForServerState(victim.name(), "AVAILABLE", ERASURE);

    assertThat(operator.erasures()).first().isEqualTo("VERIFIED");
    assertThat(operator.wipeRecords()).hasSize(records.size() + 1);
    assertThat(operator.wipeRecords()).first().asString().doesNotContain("forged");
    ports.filterAgain();
  }
}
