package org.yuzuri.portal.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.shiro.authz.UnauthorizedException;
import org.hibernate.Session;
import org.hibernate.stat.Statistics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.platform.PortalDatabase;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.run.timer.RunService;
import org.yuzuri.portal.world.CircleSite;

/** Each kind of problem appears when something is so, and goes when it is so no more. */
class ProblemsIT {

  private static final String NODE = "test";
  private static final String OVER = "update run set state = 'CANCELLED', next_run_at = null";

  private final PortalDatabase database = PortalDatabase.shared();
  private final CircleSite site = new CircleSite();
  private final long lender = number("select agent_id from server order by id desc limit 1");
  private final long gateway =
      number("select agent_id from gateway where tenant_id = " + site.tenant());

  @BeforeEach
  void noRunOfAKindThatOnlyTestsKnow() {
    write(OVER + " where kind = 'TRIAL'");
  }

  @AfterEach
  void nothingStaysWrong() {
    write(OVER + " where server_id in (select id from server where agent_id = " + lender + ")");
    write("delete from mail where mail_key like 'problems/%'");
    write("update epoch set state = 'RUNNING'");
    write("update agent set state = 'REVOKED' where id in (" + lender + "," + gateway + ")");
    write(
        "update server set state = 'RETIRED', problem_fault = null, problem_code = null,"
            + " problem_detail = null where agent_id = "
            + lender);
  }

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
    write("update agent set clock_skew_millis = -45000 where id = " + lender);
    assertThat(appears("CLOCK_OFF", lender).detail()).isEqualTo("-45 s");

    write("update agent set clock_skew_millis = 2000 where id = " + lender);
    goes("CLOCK_OFF", lender);
  }

  @Test
  void daemonThatReportsTooMuchWithinADay() {
    write("update agent set slowed_down_at = ? where id = " + lender, now());
    assertThat(appears("DAEMON_SLOWED_DOWN", lender).severity()).isEqualTo(Severity.NOTICE);

    write(
        "update agent set slowed_down_at = ? where id = " + lender,
        now().minus(Duration.ofDays(2)));
    goes("DAEMON_SLOWED_DOWN", lender);
  }

  @Test
  void reportsThatThePortalFailedOn() {
    write(
        "insert into agent_report (agent_id, report_id, type, happened_at, received_at,"
            + " failed_tries, disposition, reason, body) values (?, ?, 'Beat', ?, ?, 3, 'FAILED',"
            + " 'x', 'x')",
        lender,
        UUID.randomUUID().toString(),
        now(),
        now());
    assertThat(appears("REPORTS_SET_ASIDE", lender).detail()).isEqualTo("1");

    write("delete from agent_report where agent_id = " + lender);
    goes("REPORTS_SET_ASIDE", lender);
  }

  @ParameterizedTest
  @ValueSource(strings = {"QUARANTINED", "WIPE_FAILED"})
  void serverThatWaitsForAnOperator(String state) {
    long id = ownServer();
    String code = state.equals("QUARANTINED") ? "SERVER_QUARANTINED" : "DISKS_NOT_PROVEN";
    failed(id, "FOUND_ON");
    write("update server set state = ? where id = " + id, state);
    ProblemRow found = appears(code, id);
    assertThat(found.reason()).isEqualTo("FOUND_ON");
    assertThat(found.page()).isEqualTo("/server/view.xhtml?id=" + id);

    write("update server set state = 'RETIRED' where id = " + id);
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

    write(
        "update server set problem_fault = null, problem_code = null, problem_detail = null"
            + " where id = "
            + id);
    goes(code, id);
  }

  @Test
  void transferThatIsLateUntilItIsOver() {
    site.order();
    long lease = number("select max(id) from lease where tenant_id = " + site.tenant());
    long run = number("select max(id) from run where lease_id = " + lease);
    database.asPortal(
        b -> {
          b.get(RunService.class).advance(run);
          return true;
        });
    assertThat(standing("RUN_LATE", lease)).isEmpty();

    write(
        "update run_step set started_at = ? where run_id = " + run + " and state = 'RUNNING'",
        now().minus(Duration.ofHours(3)));
    ProblemRow found = appears("RUN_LATE", lease);
    assertThat(found.reason()).startsWith("TOO_SLOW_");
    assertThat(found.page()).isEqualTo("/lease/view.xhtml?id=" + lease);

    write("update run set state = 'FAILED', next_run_at = null where id = " + run);
    goes("RUN_LATE", lease);
  }

  @Test
  void tunnelThatStaysDown() {
    site.order();
    long lease = number("select max(id) from lease where tenant_id = " + site.tenant());
    write(
        "update lease set tunnel_down_since = ? where id = " + lease,
        now().minus(Duration.ofMinutes(9)));
    assertThat(standing("TUNNEL_DOWN", lease)).isEmpty();
    write(
        "update lease set tunnel_down_since = ? where id = " + lease,
        now().minus(Duration.ofMinutes(11)));
    appears("TUNNEL_DOWN", lease);

    write("update lease set tunnel_down_since = null where id = " + lease);
    goes("TUNNEL_DOWN", lease);
  }

  @Test
  void mailsThatWereGivenUp() {
    write(
        "insert into mail (mail_key, kind, state, address, name, language, zone, subject,"
            + " message_id, created_at, give_up_at, next_try_at, tries, ended_at) values"
            + " ('problems/1', 'ORDER_FAILED', 'FAILED', 'a@example.org', '', 'en', 'UTC', 's',"
            + " 'm', ?, ?, ?, 1, ?)",
        now(),
        now(),
        now(),
        now());
    appears("MAIL_FAILING", 0);

    write("update mail set ended_at = ? where state = 'FAILED'", now().minus(Duration.ofDays(2)));
    write("update mail set created_at = ? where state = 'QUEUED'", now());
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
    write("update epoch set state = 'RECONCILING'");
    assertThat(appears("RESTORE_WAITS", 0).page()).isEqualTo("/server/reconciliation.xhtml");

    write("update epoch set state = 'RUNNING'");
    goes("RESTORE_WAITS", 0);
  }

  @Test
  void acknowledgedOneStaysKnownUntilItIsGoneOrWorse() {
    certificate(lender, Duration.ofDays(-85), Duration.ofDays(5));
    long id = appears("CERTIFICATE_ENDS", lender).id();
    operator(b -> b.acknowledge(id, " on it \n now "));

    ProblemRow known = appears("CERTIFICATE_ENDS", lender);
    assertThat(known.state()).isEqualTo(StandingState.ACKNOWLEDGED);
    assertThat(known.note()).isEqualTo("on it   now");

    certificate(lender, Duration.ofDays(-91), Duration.ofDays(-1));
    assertThat(appears("CERTIFICATE_ENDS", lender).state()).isEqualTo(StandingState.OPEN);

    certificate(lender, Duration.ofDays(-1), Duration.ofDays(89));
    goes("CERTIFICATE_ENDS", lender);
    assertThatThrownBy(() -> operator(b -> b.acknowledge(id, "late")))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("NOT_FOUND");
  }

  @Test
  void noteIsWanted() {
    heard(lender, Duration.ofMinutes(3));
    long id = appears("AGENT_SILENT", lender).id();

    for (String note : new String[] {"", " \n", "x".repeat(501)}) {
      assertThatThrownBy(() -> operator(b -> b.acknowledge(id, note)))
          .hasMessageContaining("INVALID_VALUE: note")
          .hasMessageContaining("1 to 500 characters");
    }
  }

  @Test
  void onlyOperatorsSeeThemAndAuditorsChangeNothing() {
    for (Role role : Role.values()) {
      boolean sees = role == Role.OPERATOR || role == Role.LENDER_ADMIN || role == Role.AUDITOR;
      long tenant = role.isLender() ? Tenants.LENDER : site.tenant();
      if (!sees) {
        assertThatThrownBy(
                () -> database.as(tenant, role, b -> b.get(ProblemService.class).kinds()))
            .isInstanceOf(UnauthorizedException.class);
      }
    }
    assertThatThrownBy(
            () ->
                database.as(
                    Tenants.LENDER,
                    Role.AUDITOR,
                    b -> {
                      b.get(ProblemService.class).acknowledge(1, "x");
                      return true;
                    }))
        .isInstanceOf(UnauthorizedException.class);
  }

  @Test
  void nodeThatIsNoMoreLeavesNothingStanding() {
    write(
        "insert into standing_problem (kind, open_key, node, severity, state, place, subject_id,"
            + " subject_name, detail, since, seen_at) values ('STORE_NEARLY_FULL', ?, ?, 'ERROR',"
            + " 'OPEN', 'PORTAL', 0, '', '', ?, ?)",
        "gone " + lender,
        "gone " + lender,
        now(),
        now().minus(Duration.ofMinutes(11)));

    database.asPortal(
        b -> {
          b.get(ProblemLookService.class).forgetOld();
          return true;
        });

    assertThat(
            number("select count(*) from standing_problem where open_key = 'gone " + lender + "'"))
        .isZero();
  }

  @Test
  void listIsNarrowedSortedAndTakesTwoStatements() {
    heard(lender, Duration.ofMinutes(3));
    write("update agent set clock_skew_millis = -45000 where id = " + lender);
    appears("AGENT_SILENT", lender);
    appears("CLOCK_OFF", lender);
    ListFilter<StandingState> open = ListFilter.none();

    assertThat(rows(null, "", open)).extracting(ProblemRow::severity).isSorted();
    assertThat(rows(Severity.WARNING, "", open))
        .extracting(ProblemRow::severity)
        .containsOnly(Severity.WARNING);
    assertThat(rows(null, "CLOCK_OFF", open))
        .extracting(ProblemRow::kind)
        .containsOnly("CLOCK_OFF");
    assertThat(rows(null, "'; drop table agent; --", open)).isEmpty();
    assertThat(rows(null, "", new ListFilter<StandingState>("%_!", Set.of()))).isEmpty();
    assertThat(
            database.<Long>as(
                Tenants.LENDER,
                Role.AUDITOR,
                b -> {
                  Statistics statistics =
                      b.get(EntityManager.class)
                          .unwrap(Session.class)
                          .getSessionFactory()
                          .getStatistics();
                  statistics.setStatisticsEnabled(true);
                  long before = statistics.getPrepareStatementCount();
                  b.get(ProblemService.class).list(null, "", open, PageRequest.first(100));
                  return statistics.getPrepareStatementCount() - before;
                }))
        .isEqualTo(2);
  }

  private List<ProblemRow> rows(
      @Nullable Severity severity, String kind, ListFilter<StandingState> filter) {
    return operators(s -> s.list(severity, kind, filter, PageRequest.first(100)).rows());
  }

  private ProblemRow appears(String code, long subject) {
    Optional<ProblemRow> found = standing(code, subject);
    assertThat(found).as(code).isPresent();
    assertThat(standing(code, subject)).as("once").map(ProblemRow::id).hasValue(found.get().id());
    return standing(code, subject).orElseThrow();
  }

  private void goes(String code, long subject) {
    assertThat(standing(code, subject)).as(code).isEmpty();
  }

  private Optional<ProblemRow> standing(String code, long subject) {
    database.asPortal(
        b -> {
          b.get(ProblemLookService.class).look(code, NODE);
          return true;
        });
    return Stream.iterate(0, offset -> offset + PageRequest.MOST)
        .map(offset -> page(code, offset))
        .takeWhile(rows -> !rows.isEmpty())
        .flatMap(List::stream)
        .filter(row -> row.subjectId() == subject)
        .findFirst();
  }

  private List<ProblemRow> page(String code, int offset) {
    PageRequest page = new PageRequest(offset, PageRequest.MOST, null, false);
    return operators(s -> s.list(null, code, ListFilter.none(), page).rows());
  }

  private <T extends @Nullable Object> T operators(Function<ProblemService, T> work) {
    return database.as(Tenants.LENDER, Role.OPERATOR, b -> work.apply(b.get(ProblemService.class)));
  }

  private void operator(Consumer<ProblemService> work) {
    operators(
        s -> {
          work.accept(s);
          return true;
        });
  }

  private long ownServer() {
    return number("select max(id) from server where agent_id = " + lender);
  }

  private void failed(long id, String code) {
    write(
        "update server set problem_fault = 'HARDWARE', problem_code = ?, problem_detail = 'seen'"
            + " where id = "
            + id,
        code);
  }

  private void heard(long agent, Duration ago) {
    certificate(agent, Duration.ofDays(-1), Duration.ofDays(89));
    write("update agent set last_contact = ? where id = " + agent, now().minus(ago));
  }

  private void certificate(long agent, Duration from, Duration until) {
    write(
        "update agent set state = 'ENROLLED', certificate_issued_at = ?, certificate_not_after = ?"
            + " where id = "
            + agent,
        now().plus(from),
        now().plus(until));
  }

  private void check(String node, Instant at, String finding) {
    write(
        "insert into audit_check (node, at, last_number, finding) values (?, ?, 0, ?)",
        node,
        at,
        finding);
  }

  private Instant now() {
    return database.clock().instant();
  }

  private long number(String sql) {
    return database.asPortal(
        b ->
            ((Number) b.get(EntityManager.class).createNativeQuery(sql).getSingleResult())
                .longValue());
  }

  private void write(String sql, Object... values) {
    database.asPortal(
        b -> {
          Query query = b.get(EntityManager.class).createNativeQuery(sql);
          IntStream.range(0, values.length).forEach(i -> query.setParameter(i + 1, values[i]));
          return query.executeUpdate();
        });
  }
}
