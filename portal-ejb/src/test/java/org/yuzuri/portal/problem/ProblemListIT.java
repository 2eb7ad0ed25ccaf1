package org.yuzuri.portal.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Set;
import org.apache.shiro.authz.UnauthorizedException;
import org.hibernate.Session;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.platform.ProblemException;

/** Who reads what is wrong, how it is acknowledged, and how the list is narrowed. */
class ProblemListIT extends ProblemWorld {

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
    database.write(
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
            database.number(
                "select count(*) from standing_problem where open_key = 'gone " + lender + "'"))
        .isZero();
  }

  @Test
  void listIsNarrowedSortedAndTakesOneStatement() {
    heard(lender, Duration.ofMinutes(3));
    database.write("update agent set clock_skew_millis = -45000 where id = " + lender);
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
        .isEqualTo(1);
  }
}
