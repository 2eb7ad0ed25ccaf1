package org.yuzuri.portal.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yuzuri.wire.WireCodec;
import org.yuzuri.wire.call.ReportBatch;
import org.yuzuri.wire.report.AgentReport;
import org.yuzuri.wire.report.TunnelDown;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.TunnelPurpose;

/** A gateway that reports as fast as it can is slowed down, and nobody else is. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ReportQuotaIT {

  private static final Path SECURITY = Path.of(System.getProperty("it.state"), "security");
  private static final int MOST_AT_ONCE = 100;
  private static final int MOST_FLAGGED = 1000;

  /** More than a gateway's minute and what grows while this sends; a multiple of one call's. */
  private static final int CALLS = 40;

  @Test
  void gatewayThatReportsTooMuchIsSlowedDownAloneAndTheOperatorIsTold() throws Exception {
    try (Fleet fleet = new Fleet(SECURITY)) {
      Fleet.Member loud = fleet.newMember();
      Fleet.Member other = fleet.newMember();
      String page = "daemon/view.xhtml?id=" + loud.id();
      Visitor operator = Visitor.loggedInAs("operator", "operator-secret");
      assertFalse(operator.get(page).body().contains("slowed-down"));

      TestDaemon.Answer refused = null;
      for (int call = 0; call < CALLS && refused == null; call++) {
        TestDaemon.Answer answer = loud.daemon().post("reports", batch(MOST_AT_ONCE));
        refused = answer.status() == 200 ? null : answer;
      }

      assertEquals(429, refused.status(), refused::body);
      assertTrue(refused.body().contains("TOO_MANY_REPORTS"), refused::body);
      assertTrue(refused.body().contains("at most 600 a minute"), refused::body);
      long begun = System.nanoTime();
      int seconds = loud.daemon().retryAfterSeconds("reports", batch(MOST_AT_ONCE));
      Duration held = Duration.ofNanos(System.nanoTime() - begun);
      assertTrue(seconds >= 1 && seconds <= 10, seconds + " s");
      assertTrue(
          held.compareTo(Duration.ofSeconds(1)) > 0, "its answer was not held back: " + held);
      TestDaemon.Answer others = other.daemon().post("reports", batch(MOST_AT_ONCE));
      assertEquals(200, others.status(), others::body);
      assertEquals(200, loud.daemon().get("commands?after=0").status());
      assertTrue(operator.get(page).body().contains("id=\"slowed-down\""));
      assertFalse(
          operator.get("daemon/view.xhtml?id=" + other.id()).body().contains("slowed-down"));
    }
  }

  @Test
  void moreThanOneCallTakesIsTooLargeAndNothingOfItIsTaken() throws Exception {
    try (Fleet fleet = new Fleet(SECURITY)) {
      Fleet.Member member = fleet.newMember();

      TestDaemon.Answer answer = member.daemon().post("reports", batch(MOST_AT_ONCE + 1));

      assertEquals(413, answer.status(), answer::body);
      assertTrue(answer.body().contains("TOO_MANY_AT_ONCE"), answer::body);
      assertEquals(0, fleet.reportsOf(member.id()));
    }
  }

  @Test
  void reportsThatCannotBeUsedFillNoTable() throws Exception {
    try (Fleet fleet = new Fleet(SECURITY)) {
      Fleet.Member member = fleet.newMember();
      fleet.flag(member.id(), MOST_FLAGGED);

      TestDaemon.Answer answer = member.daemon().post("reports", batch(1));

      assertEquals(200, answer.status(), answer::body);
      assertEquals(MOST_FLAGGED, fleet.reportsOf(member.id()));
    }
  }

  private static String batch(int reports) {
    List<AgentReport> all = Stream.generate(ReportQuotaIT::ofNoServer).limit(reports).toList();
    return new WireCodec().encode(new ReportBatch(all));
  }

  private static AgentReport ofNoServer() {
    return new TunnelDown(
        UUID.randomUUID(), Instant.now(), new Fence(999, 999, 1), TunnelPurpose.PRODUCTION);
  }
}
