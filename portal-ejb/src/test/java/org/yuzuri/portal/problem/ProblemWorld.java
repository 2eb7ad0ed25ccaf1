package org.yuzuri.portal.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.platform.PortalDatabase;
import org.yuzuri.portal.world.CircleSite;

/** A site whose states are set as they would come about, and what is then said to be wrong. */
abstract class ProblemWorld {

  static final String NODE = "test";
  static final String OVER = "update run set state = 'CANCELLED', next_run_at = null";

  final PortalDatabase database = PortalDatabase.shared();
  final CircleSite site = new CircleSite();
  final long lender = database.number("select agent_id from server order by id desc limit 1");
  final long gateway =
      database.number("select agent_id from gateway where tenant_id = " + site.tenant());

  @BeforeEach
  void noRunOfAKindThatOnlyTestsKnow() {
    database.write(OVER + " where kind = 'TRIAL'");
  }

  @AfterEach
  void nothingStaysWrong() {
    database.write(
        OVER + " where server_id in (select id from server where agent_id = " + lender + ")");
    database.write("delete from mail where mail_key like 'problems/%'");
    database.write("update epoch set state = 'RUNNING'");
    database.write(
        "update agent set state = 'REVOKED' where id in (" + lender + "," + gateway + ")");
    database.write(
        "update server set state = 'RETIRED', problem_fault = null, problem_code = null,"
            + " problem_detail = null where agent_id = "
            + lender);
  }

  List<ProblemRow> rows(
      @Nullable Severity severity, String kind, ListFilter<StandingState> filter) {
    return operators(s -> s.list(severity, kind, filter, PageRequest.first(100)).rows());
  }

  ProblemRow appears(String code, long subject) {
    Optional<ProblemRow> found = standing(code, subject);
    assertThat(found).as(code).isPresent();
    assertThat(standing(code, subject)).as("once").map(ProblemRow::id).hasValue(found.get().id());
    return standing(code, subject).orElseThrow();
  }

  void goes(String code, long subject) {
    assertThat(standing(code, subject)).as(code).isEmpty();
  }

  Optional<ProblemRow> standing(String code, long subject) {
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

  List<ProblemRow> page(String code, int offset) {
    PageRequest page = new PageRequest(offset, PageRequest.MOST, null, false);
    return operators(s -> s.list(null, code, ListFilter.none(), page).rows());
  }

  <T extends @Nullable Object> T operators(Function<ProblemService, T> work) {
    return database.as(Tenants.LENDER, Role.OPERATOR, b -> work.apply(b.get(ProblemService.class)));
  }

  void operator(Consumer<ProblemService> work) {
    operators(
        s -> {
          work.accept(s);
          return true;
        });
  }

  long ownServer() {
    return database.number("select max(id) from server where agent_id = " + lender);
  }

  void failed(long id, String code) {
    database.write(
        "update server set problem_fault = 'HARDWARE', problem_code = ?, problem_detail = 'seen'"
            + " where id = "
            + id,
        code);
  }

  void heard(long agent, Duration ago) {
    certificate(agent, Duration.ofDays(-1), Duration.ofDays(89));
    database.write("update agent set last_contact = ? where id = " + agent, now().minus(ago));
  }

  void certificate(long agent, Duration from, Duration until) {
    database.write(
        "update agent set state = 'ENROLLED', certificate_issued_at = ?, certificate_not_after = ?"
            + " where id = "
            + agent,
        now().plus(from),
        now().plus(until));
  }

  void check(String node, Instant at, String finding) {
    database.write(
        "insert into audit_check (node, at, last_number, finding) values (?, ?, 0, ?)",
        node,
        at,
        finding);
  }

  Instant now() {
    return database.clock().instant();
  }
}
