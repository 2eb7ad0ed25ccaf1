package org.yuzuri.portal.announcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.shiro.authz.UnauthorizedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.platform.PortalDatabase;
import org.yuzuri.portal.platform.ProblemException;

class AnnouncementsIT {

  private final PortalDatabase database = PortalDatabase.shared();
  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private final long tenant = database.newTenant("Told");
  private final long other = database.newTenant("Untold");

  @AfterEach
  void nothingIsTold() {
    database.asPortal(
        b -> {
          b.get(EntityManager.class)
              .createQuery("update Announcement a set a.withdrawn = true")
              .executeUpdate();
          return true;
        });
  }

  @Test
  void chosenTenantAndTheDatacenterReadItAndNobodyElse() {
    write(draft("to one", Set.of(tenant)));

    assertThat(read(tenant, Role.VIEWER)).containsExactly("to one " + mark);
    assertThat(read(other, Role.TENANT_ADMIN)).isEmpty();
    assertThat(read(Tenants.LENDER, Role.OPERATOR)).contains("to one " + mark);
  }

  @Test
  void everybodyReadsWhatIsForAllInTheirLanguage() {
    write(draft("to all", Set.of()));

    List<AnnouncementNews> news = news(other, Role.TENANT_BILLING);
    assertThat(news).hasSize(1);
    assertThat(news.get(0).text("ja")).isEqualTo("皆様へ " + mark);
    assertThat(news.get(0).text("fr")).isEqualTo("to all " + mark);
  }

  @Test
  void itIsShownInItsTimeOnly() {
    Instant now = now();
    write(draft("later", Set.of(tenant), now.plusSeconds(120), now.plusSeconds(600)));
    assertThat(read(tenant, Role.VIEWER)).isEmpty();

    database.clock().add(Duration.ofMinutes(5));
    assertThat(read(tenant, Role.VIEWER)).hasSize(1);

    database.clock().add(Duration.ofMinutes(10));
    assertThat(read(tenant, Role.VIEWER)).isEmpty();
  }

  @Test
  void putAwayByOnePersonUntilItSaysSomethingElse() {
    long id = write(draft("first", Set.of(tenant)));
    assertThat(read(tenant, Role.VIEWER)).hasSize(1);

    as(tenant, Role.VIEWER, s -> dismissed(s, id));
    as(tenant, Role.VIEWER, s -> dismissed(s, id));
    assertThat(read(tenant, Role.VIEWER)).isEmpty();

    as(
        Tenants.LENDER,
        Role.OPERATOR,
        s -> {
          s.change(id, s.view(id).version(), draft("second", Set.of(tenant)));
          return true;
        });
    assertThat(read(tenant, Role.VIEWER)).containsExactly("second " + mark);
  }

  @Test
  void nobodyPutsAwayOrLearnsOfWhatIsForOthers() {
    long id = write(draft("to one", Set.of(tenant)));

    assertThatThrownBy(() -> as(other, Role.TENANT_ADMIN, s -> dismissed(s, id)))
        .hasMessage(missing(id));
    assertThatThrownBy(() -> as(other, Role.TENANT_ADMIN, s -> dismissed(s, id + 1000)))
        .hasMessage(missing(id + 1000));
  }

  @Test
  void takenBackItIsGoneAndIsNotChangedAnyMore() {
    long id = write(draft("wrong", Set.of(tenant)));
    as(Tenants.LENDER, Role.OPERATOR, s -> withdrawn(s, id));

    assertThat(read(tenant, Role.VIEWER)).isEmpty();
    assertThatThrownBy(() -> as(Tenants.LENDER, Role.OPERATOR, s -> withdrawn(s, id)))
        .hasMessage(missing(id));
  }

  @Test
  void everythingThatIsWrongIsNamedAtOnce() {
    ProblemException refused =
        catchThrowableOfType(
            ProblemException.class,
            () ->
                write(
                    new AnnouncementDraft(
                        "LOUD", " ", "x".repeat(2001), "tomorrow", "2026-99-01T00:00", Set.of())));

    assertThat(Stream.concat(Stream.of(refused), refused.others().stream()))
        .extracting(ProblemException::field)
        .containsExactly("severity", "textEn", "textJa", "shownFrom", "shownUntil");
  }

  @Test
  void periodThatEndsBeforeItBeginsOrHasEndedOrNeverEndsIsRefused() {
    Instant now = now();
    for (Instant[] period :
        new Instant[][] {
          {now.plusSeconds(600), now.plusSeconds(300)},
          {now.minusSeconds(600), now.minusSeconds(300)},
          {now, now.plus(Duration.ofDays(367))}
        }) {
      assertThatThrownBy(() -> write(draft("x", Set.of(), period[0], period[1])))
          .hasMessageContaining("shownUntil");
    }
  }

  @Test
  void textThatTurnsTheDirectionOfWritingIsRefused() {
    assertThatThrownBy(() -> write(draft("a \u202e b", Set.of()))).hasMessageContaining("textEn");
  }

  @Test
  void unknownTenantIsRefusedAndNothingIsWritten() {
    assertThatThrownBy(() -> write(draft("x", Set.of(Long.MAX_VALUE))))
        .hasMessageContaining("NOT_FOUND: tenant");
    assertThat(read(tenant, Role.VIEWER)).isEmpty();
  }

  @Test
  void tenantsAndAuditorsWriteNone() {
    for (Role role : List.of(Role.TENANT_ADMIN, Role.AUDITOR, Role.LENDER_BILLING)) {
      long of = role.isLender() ? Tenants.LENDER : tenant;
      assertThatThrownBy(() -> as(of, role, s -> s.add(draft("x", Set.of()))))
          .isInstanceOf(UnauthorizedException.class);
    }
  }

  private static boolean dismissed(AnnouncementService service, long id) {
    service.dismiss(id);
    return true;
  }

  private static boolean withdrawn(AnnouncementService service, long id) {
    service.withdraw(id);
    return true;
  }

  private static String missing(long id) {
    return "NOT_FOUND: announcement = " + id + ", expected an id of your own";
  }

  private long write(AnnouncementDraft draft) {
    return as(Tenants.LENDER, Role.OPERATOR, s -> s.add(draft));
  }

  private AnnouncementDraft draft(String english, Set<Long> to) {
    return draft(english, to, now().minusSeconds(120), now().plusSeconds(3600));
  }

  private AnnouncementDraft draft(String english, Set<Long> to, Instant from, Instant until) {
    return new AnnouncementDraft(
        "WARNING", english + " " + mark, "皆様へ " + mark, minute(from), minute(until), to);
  }

  private static String minute(Instant at) {
    return at.toString().substring(0, 16);
  }

  private Instant now() {
    return database.clock().instant();
  }

  private List<String> read(long of, Role role) {
    return news(of, role).stream().map(AnnouncementNews::english).toList();
  }

  private List<AnnouncementNews> news(long of, Role role) {
    return as(of, role, AnnouncementService::own);
  }

  private <T> T as(long of, Role role, Function<AnnouncementService, T> work) {
    return database.as(of, role, b -> work.apply(b.get(AnnouncementService.class)));
  }
}
