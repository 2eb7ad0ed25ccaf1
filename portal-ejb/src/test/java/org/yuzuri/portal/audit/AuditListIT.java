package org.yuzuri.portal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hibernate.Session;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuzuri.portal.access.ActorKind;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.platform.PortalDatabase;
import org.yuzuri.portal.platform.ProblemException;

class AuditListIT {

  private static final int MOST_STATEMENTS = 6;
  private static final ListFilter<ActorKind> ANYBODY = ListFilter.none();

  private final PortalDatabase database = PortalDatabase.shared();
  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private final long tenant = database.newTenant("Read");
  private final long other = database.newTenant("Other");

  @BeforeEach
  void act() {
    record(tenant, "image.add", "image 1 " + mark);
    record(tenant, "image.remove", "image 1 " + mark);
    record(tenant, "order.place", "order 100% " + mark);
    record(other, "image.add", "image 2 " + mark);
  }

  @Test
  void administratorReadsTheOwnTrailAndTheLendersStaffEverybodys() {
    ListFilter<ActorKind> marked = new ListFilter<ActorKind>(mark, Set.of());

    assertThat(subjects(tenant, Role.TENANT_ADMIN, AuditFilter.none(), marked))
        .containsExactly("order 100% " + mark, "image 1 " + mark, "image 1 " + mark);
    assertThat(subjects(other, Role.TENANT_ADMIN, AuditFilter.none(), marked))
        .containsExactly("image 2 " + mark);
    assertThat(subjects(Tenants.LENDER, Role.OPERATOR, AuditFilter.none(), marked)).hasSize(4);
  }

  @Test
  void eachFilterNarrowsAndStandsForItselfOnly() {
    assertThat(own(new AuditFilter("", "", "", "IMAGE.", mark))).hasSize(2);
    assertThat(own(new AuditFilter("", "", "", "image.rem", mark))).hasSize(1);
    assertThat(own(new AuditFilter("", "", "", "", "100% " + mark))).hasSize(1);
    assertThat(own(new AuditFilter("", "", "", "", "1%" + mark))).isEmpty();
    assertThat(own(new AuditFilter("", "", "Member OF " + tenant, "", mark))).hasSize(3);
    assertThat(own(new AuditFilter("", "", "member of " + other, "", mark))).isEmpty();
    assertThat(
            subjects(
                tenant,
                Role.TENANT_ADMIN,
                new AuditFilter("", "", "", "", mark),
                new ListFilter<ActorKind>("", Set.of(ActorKind.AGENT))))
        .isEmpty();
  }

  @Test
  void daysAreWholeAndInUtc() {
    Instant now = database.clock().instant();
    String today = now.toString().substring(0, 10);
    String tomorrow = now.plus(Duration.ofDays(1)).toString().substring(0, 10);
    String yesterday = now.minus(Duration.ofDays(1)).toString().substring(0, 10);

    assertThat(own(new AuditFilter(today, today, "", "", mark))).hasSize(3);
    assertThat(own(new AuditFilter(tomorrow, "", "", "", mark))).isEmpty();
    assertThat(own(new AuditFilter("", yesterday, "", "", mark))).isEmpty();
  }

  @Test
  void daysThatAreNoneAreSaidAtOnce() {
    ProblemException refused =
        catchThrowableOfType(
            ProblemException.class,
            () -> own(new AuditFilter("2026-02-30", "' or 1=1", "", "", "")));

    assertThat(refused.field()).isEqualTo("from");
    assertThat(refused.others()).extracting(ProblemException::field).containsExactly("to");
  }

  @Test
  void pageTakesAFewStatementsWhateverItsRows() {
    IntStream.range(0, 60).forEach(i -> record(tenant, "image.add", "image " + i));
    long statements =
        database.as(
            tenant,
            Role.TENANT_ADMIN,
            w -> {
              Statistics counted =
                  w.get(EntityManager.class)
                      .unwrap(Session.class)
                      .getSessionFactory()
                      .getStatistics();
              counted.setStatisticsEnabled(true);
              counted.clear();
              assertThat(
                      w.get(AuditService.class)
                          .list(AuditFilter.none(), ANYBODY, PageRequest.first(50))
                          .rows())
                  .hasSize(50);
              return counted.getPrepareStatementCount();
            });

    assertThat(statements).isBetween(1L, (long) MOST_STATEMENTS);
  }

  @Test
  void exportGivesEveryRowOnceInParts() {
    IntStream.range(0, 25).forEach(i -> record(tenant, "image.add", "part " + mark));
    List<Long> ids = new ArrayList<>();
    long before = Long.MAX_VALUE;
    for (List<AuditRow> part = part(before); !part.isEmpty(); part = part(before)) {
      part.forEach(row -> ids.add(row.id()));
      before = ids.get(ids.size() - 1);
      record(tenant, "image.add", "part " + mark); // what is newer than the first part stays out
    }

    assertThat(ids).hasSize(25).doesNotHaveDuplicates();
    assertThat(ids).isSortedAccordingTo((a, b) -> Long.compare(b, a));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, AuditService.MOST_AT_ONCE + 1, Integer.MAX_VALUE})
  void partOfAnExportHasALimit(int most) {
    assertThatThrownBy(
            () ->
                database.as(
                    tenant,
                    Role.TENANT_ADMIN,
                    w ->
                        w.get(AuditService.class)
                            .export(AuditFilter.none(), ANYBODY, Long.MAX_VALUE, most)))
        .hasMessageContaining("most");
  }

  private List<AuditRow> part(long before) {
    return database.as(
        tenant,
        Role.TENANT_ADMIN,
        w ->
            w.get(AuditService.class)
                .export(new AuditFilter("", "", "", "", "part " + mark), ANYBODY, before, 10));
  }

  private List<String> own(AuditFilter filter) {
    return subjects(tenant, Role.TENANT_ADMIN, filter, ANYBODY);
  }

  private List<String> subjects(
      long reader, Role role, AuditFilter filter, ListFilter<ActorKind> kinds) {
    return database.as(
        reader,
        role,
        w ->
            w.get(AuditService.class).list(filter, kinds, PageRequest.first(100)).rows().stream()
                .map(AuditRow::subject)
                .toList());
  }

  private void record(long owner, String action, String object) {
    database.as(
        owner,
        Role.TENANT_ADMIN,
        w -> {
          w.get(AuditTrail.class).record(action, object, "");
          return true;
        });
  }
}
