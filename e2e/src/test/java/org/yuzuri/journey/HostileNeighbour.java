package org.yuzuri.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.yuzuri.journey.AttackTable.Stretch;
import org.yuzuri.journey.Thief.Answer;

/**
 * Root on tenant B's server, out for the server beside it. Alone, it orders B's server first. After
 * each class the thief has given back what it took, and the ports are filtered.
 */
@ExtendWith({SharedDemo.class, Stepwise.class})
abstract class HostileNeighbour {
  private static final Object[] BOOT_FILES = {"script", "kernel", "transfer"};
  static final Duration STEP = Duration.ofMinutes(5);
  static final Duration TRANSFER = Duration.ofMinutes(25);
  static final Duration ERASURE = Duration.ofMinutes(20);
  static final Duration TOLD = Duration.ofSeconds(5);

  /** Of a log, of whatever frames or connections they are made. */
  static final int POSTS = 100_000;

  @RegisterExtension
  final AfterTestExecutionCallback printsWhatTheThiefSaidWhereAStepFails = this::printIfFailed;

  private final Instant begun = Instant.now();
  private AttackTable table;
  Lab lab;
  Ports ports;
  PassedFrames frames;
  AgentLog agent;
  Thief thief;
  Rack victim;
  Rack thiefs;
  TenantBrowser alpha;
  OperatorBrowser operator;

  @BeforeAll
  void bringTheThiefToItsServer(Demo running, AttackTable attacks) {
    table = attacks;
    lab = running.lab();
    ports = new Ports(lab);
    alpha = running.browserOf("Tenant A");
    operator = running.operator();
    try (TenantBrowser beta = running.browserOf("Tenant B")) {
      thiefs = new Rack(beta.findServer().orElseGet(() -> ordered(beta)));
      beta.openTransferOf(thiefs.name());
      thief = new Thief(lab, "b", beta.virtualAddress(), running.state());
    }
    victim = thiefs.other();
    FreeServers.free(running, victim.name());
    thief.choosesVictim(victim.mac(), victim.address());
    frames = new PassedFrames(lab, thiefs, victim);
  }

  private static String ordered(TenantBrowser tenant) {
    tenant.chooseForOrder("Debian by kickstart", "Small system");
    tenant.placeOrder();
    TenantBrowser.watchToTheEnd(TRANSFER, tenant);
    return tenant.findServer().orElseThrow(() -> new AssertionError(tenant.seen()));
  }

  @AfterAll
  void leaveNothingBehind() {
    System.out.println(
        getClass().getSimpleName() + " took " + Duration.between(begun, Instant.now()));
    alpha.close();
    operator.close();
    frames.end();
    lab.bandwidth("unlimited");
    lab.diskSpeed(victim.number(), "unlimited");
    // Filtered ports hold a thief off that cannot be reached any more.
    if (ports.areOpen()) {
      ports.filterAgain();
    }
    if (thief.isRobbing()) {
      thief.stops();
    }
  }

  private void printIfFailed(ExtensionContext step) {
    if (step.getExecutionException().isPresent()) {
      System.out.println("--- " + frames.summary() + "\n--- the thief said:\n" + thief.said());
    }
  }

  void letEverythingPass() {
    ports.letEverythingPass(victim.number(), thiefs.number());
    frames.countAfresh();
    agent = new AgentLog(lab);
  }

  void wrote(
      TestInfo test, String when, boolean filtered, String then, Map<Attack, Duration> told) {
    String name = getClass().getSimpleName() + "." + test.getTestMethod().orElseThrow().getName();
    Stretch stretch = new Stretch(name, when, filtered, thief.isAnswering(), then);
    table.add(stretch, thief.loot(), frames, told);
  }

  int postsOfALog() {
    return thief.loot().stream().filter(Attack.LOG::isOf).mapToInt(Answer::count).sum();
  }

  /** No frame of it arrives in another's name, and it gets no answer; as itself only refusals. */
  void assertThatItWasGivenNothing() {
    List<Answer> loot = thief.loot();
    assertThat(frames.asNeighbour() + frames.claims() + frames.answers())
        .as("forged frames that arrived")
        .isZero();
    assertThat(frames.heard()).as("its neighbour's questions at its port").isZero();
    assertThat(loot).filteredOn(Attack.ANSWERS::isOf).as("questions it answered").isEmpty();
    assertThat(loot).filteredOn("as", "stolen").isNotEmpty().extracting("status").containsOnly(0);
    assertThat(loot).filteredOn("as", "own").extracting("status").contains(404).isSubsetOf(404, 0);
  }

  void assertThatItWasGivenNoMoreThanBootFiles() {
    assertThat(frames.asNeighbour()).as("frames with its neighbour's card").isPositive();
    assertThat(thief.loot())
        .filteredOn(answer -> answer.status() == 200)
        .extracting("call")
        .isSubsetOf(BOOT_FILES);
    assertThat(thief.stolenText())
        .doesNotContain("BEGIN CERTIFICATE-", "BEGIN CMS", "liveimg", "rootpw");
  }
}
