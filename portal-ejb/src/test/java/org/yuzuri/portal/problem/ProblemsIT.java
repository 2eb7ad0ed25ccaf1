package org.yuzuri.portal.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuzuri.portal.run.timer.RunService;

/** Each kind of problem appears when something is so, and goes when it is so no more. */
class ProblemsIT extends ProblemWorld {

  @Test
  void agentIsSilentUntilItCalls() {
    heard(lender, Duration.ofMinutes(3));
    ProblemRow found = appears("AGENT_SILENT", lender);
    assertThat(found.severity()).isEqualTo(Severity.ERROR);
    assertThat(found.since()).isEqualTo(now().minus(Duration.ofMinutes(3)));
    assertThat(found.page()).isEqualTo("/daemon/view.xhtml?id=" + lender);

    heard(lender, Duration.ZERO);
    goes("AGENT_SILENT", lender);
  }

  @Test
  void gatewayIsOneOnlyWhileServersDependOnIt() {
    heard(gateway, Duration.ofMinutes(3));
    assertThat(standing("GATEWAY_SILENT", gateway)).isEmpty();

    heard(gateway, Duration.ZERO);
    site.order();
    heard(gateway, Duration.ofMinutes(3));
    assertThat(appears("GATEWAY_SILENT", gateway).detail()).isEqualTo("1");

    heard(gateway, Duration.ZERO);
    goes("GATEWAY_SILENT", gateway);
  }

  @Test
  void certificateThatIsNotRenewed() {
    certificate(lender, Duration.ofDays(-85), Duration.ofDays(5));
    assertThat(appears("CERTIFICATE_ENDS", lender).severity()).isEqualTo(Severity.WARNING);

    certificate(lender, Duration.ofDays(-91), Duration.ofDays(-1));
    assertThat(appears("CERTIFICATE_ENDS", lender).severity()).isEqualTo(Severity.ERROR);

    certificate(lender, Duration.ofDays(-1), Duration.ofDays(89));
    goes("CERTIFICATE_ENDS", lender);
  }

  @Test
  void clockThatIsOff() {
    database.write("update agent set clock_skew_millis = -45000 where id = " + lender);
    assertThat(appears("CLOCK_OFF", lender).detail()).isEqualTo("-45 s");

    database.write("update agent set clock_skew_millis = 2000 where id = " + lender);
    goes("CLOCK_OFF", lender);
  }

  @Test
  void daemonThatReportsTooMuchWithinADay() {
    database.write("update agent set slowed_down_at = ? where id = " + lender, now());
    assertThat(appears("DAEMON_SLOWED_DOWN", lender).severity()).isEqualTo(Severity.NOTICE);

    database.write(
        "update agent set slowed_down_at = ? where id = " + lender,
        now().minus(Duration.ofDays(2)));
    goes("DAEMON_SLOWED_DOWN", lender);
  }

  @Test
  void reportsThatThePortalFailedOn() {
    database.write(
        "insert into agent_report (agent_id, report_id, type, happened_at, received_at,"
            + " failed_tries, disposition, reason, body) values (?, ?, 'Beat', ?, ?, 3, 'FAILED',"
            + " 'x', 'x')",
        lender,
        UUID.randomUUID().toString(),
        now(),
        now());
    assertThat(appears("REPORTS_SET_ASIDE", lender).detail()).isEqualTo("1");

    database.write("delete from agent_report where agent_id = " + lender);
    goes("REPORTS_SET_ASIDE", lender);
  }

  @Test
  void transferThatIsLateUntilItIsOver() {
    site.order();
    long lease = database.number("select max(id) from lease where tenant_id = " + site.tenant());
    long run = database.number("select max(id) from run where lease_id = " + lease);
    database.asPortal(
        b -> {
          b.get(RunService.class).advance(run);
          return true;
        });
    assertThat(standing("RUN_LATE", lease)).isEmpty();

    database.write(
        "update run_step set started_at = ? where run_id = " + run + " and state = 'RUNNING'",
        now().minus(Duration.ofHours(3)));
    ProblemRow found = appears("RUN_LATE", lease);
    assertThat(found.reason()).startsWith("TOO_SLOW_");
    assertThat(found.page()).isEqualTo("/lease/view.xhtml?id=" + lease);

    database.write("update run set state = 'FAILED', next_run_at = null where id = " + run);
    goes("RUN_LATE", lease);
  }

  @Test
  void tunnelThatStaysDown() {
    site.order();
    long lease = database.number("select max(id) from lease where tenant_id = " + site.tenant());
    database.write(
        "update lease set tunnel_down_since = ? where id = " + lease,
        now().minus(Duration.ofMinutes(9)));
    assertThat(standing("TUNNEL_DOWN", lease)).isEmpty();
    database.write(
        "update lease set tunnel_down_since = ? where id = " + lease,
        now().minus(Duration.ofMinutes(11)));
    appears("TUNNEL_DOWN", lease);

    database.write("update lease set tunnel_down_since = null where id = " + lease);
    goes("TUNNEL_DOWN", lease);
  }

  @Test
  void mailsThatWereGivenUp() {
    database.write(
        "insert into mail (mail_key, kind, state, address, name, language, zone, subject,"
            + " message_id, created_at, give_up_at, next_try_at, tries, ended_at) values"
            + " ('problems/1', 'ORDER_FAILED', 'FAILED', 'a@example.org', '', 'en', 'UTC', 's',"
            + " 'm', ?, ?, ?, 1, ?)",
        now(),
        now(),
        now(),
        now());
    appears("MAIL_FAILING", 0);

    database.write(
        "update mail set ended_at = ? where state = 'FAILED'", now().minus(Duration.ofDays(2)));
    database.write("update mail set created_at = ? where state = 'QUEUED'", now());
    goes("MAIL_FAILING", 0);
  }

  @Test
  void auditTrailThatIsWrongOrUnchecked() {
    String node = "problems-" + UUID.randomUUID();
    check(node, now().minus(Duration.ofDays(1)), "entry 7 is not what was written");
    assertThat(appears("AUDIT_ALARM", 0).detail()).contains("entry 7");
    check(node, now(), "");
    goes("AUDIT_ALARM", 0);
    goes("AUDIT_OVERDUE", 0);

    Instant later = now().plus(Duration.ofDays(400));
    Instant before = now();
    database.clock().setInstant(later);
    try {
      appears("AUDIT_OVERDUE", 0);
      check(node, later, "");
      goes("AUDIT_OVERDUE", 0);
    } finally {
      database.clock().setInstant(before);
    }
  }

  @Test
  void restoreThatNobodyHasConfirmed() {
    database.write("update epoch set state = 'RECONCILING'");
    assertThat(appears("RESTORE_WAITS", 0).page()).isEqualTo("/server/reconciliation.xhtml");

    database.write("update epoch set state = 'RUNNING'");
    goes("RESTORE_WAITS", 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"QUARANTINED", "WIPE_FAILED"})
  void serverThatWaitsForAnOperator(String state) {
    long id = ownServer();
    String code = state.equals("QUARANTINED") ? "SERVER_QUARANTINED" : "DISKS_NOT_PROVEN";
    failed(id, "FOUND_ON");
    database.write("update server set state = ? where id = " + id, state);
    ProblemRow found = appears(code, id);
    assertThat(found.reason()).isEqualTo("FOUND_ON");
    assertThat(found.page()).isEqualTo("/server/view.xhtml?id=" + id);

    database.write("update server set state = 'RETIRED' where id = " + id);
    goes(code, id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"BMC_NO_SESSION", "POWER_STUCK", "CONSOLE_NO_SESSION", "PORT_NOT_FILTERED"})
  void serverWhoseBmcOrPortFailed(String reason) {
    long id = ownServer();
    String code = reason.startsWith("PORT") ? "PORT_FILTER_FAILED" : "BMC_UNREACHABLE";
    failed(id, reason);
    assertThat(appears(code, id).reason()).isEqualTo(reason);

    database.write(
        "update server set problem_fault = null, problem_code = null, problem_detail = null"
            + " where id = "
            + id);
    goes(code, id);
  }
}
