package org.yuzuri.portal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.access.ActorKind;
import org.yuzuri.portal.access.RequestSource;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.member.MemberDraft;
import org.yuzuri.portal.member.MemberService;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.Portal;
import org.yuzuri.portal.platform.PortalDatabase;

/** Refusals are in the trail, and nobody can flood it with them. */
class RefusalsIT {

  private static final int MANY = 1000;

  /** A node of its own, on the tests' database. */
  private final PortalDatabase database = PortalDatabase.shared().with();

  private final Refusals refusals = database.asPortal(w -> w.get(Refusals.class));
  private final String action = "test." + UUID.randomUUID();

  @AfterEach
  void requestIsOver() {
    RequestSource.end();
  }

  @Test
  void oneSourcesRepeatedRefusalsAreOneEntryAMinute() {
    RequestSource.begin("198.51.100.7");
    for (int i = 1; i <= MANY; i++) {
      note("page " + i, "missing");
    }
    assertThat(entries()).extracting(AuditRow::subject).containsExactly("page 1");

    refusals.writeCounted();
    assertThat(entries()).hasSize(1);
    database.clock().add(Refusals.APART);
    refusals.writeCounted();
    refusals.writeCounted();

    assertThat(entries()).hasSize(2);
    AuditRow newest = entries().get(0);
    assertThat(newest.subject()).isEqualTo("page " + MANY);
    assertThat(newest.detail()).isEqualTo("missing (999 times; the last is shown)");
    assertThat(newest.source()).isEqualTo("198.51.100.7");
    assertThat(newest.actorName()).isEqualTo("visitor");
  }

  @Test
  void manySourcesTogetherCannotFloodEither() {
    for (int i = 0; i < 2 * Refusals.KINDS; i++) {
      RequestSource.begin("2001:db8::" + Integer.toHexString(i));
      note("page", "missing");
    }

    assertThat(entries()).hasSizeLessThanOrEqualTo(Refusals.KINDS + 1);
    assertThat(entries().get(0).source()).isEqualTo("many");
  }

  @Test
  void whoIsLoggedInIsNamedAndFindsItInTheOwnTrail() {
    long tenant = database.newTenant("Refused");
    RequestSource.begin("198.51.100.8");

    database.as(
        tenant,
        Role.VIEWER,
        w -> {
          w.get(Refusals.class).note(action, "/server/list.xhtml", "line one\r\nforged");
          return null;
        });

    List<AuditRow> own =
        database.as(tenant, Role.TENANT_ADMIN, w -> newest(w, AuditFilter.none(), 1));
    assertThat(own).extracting(AuditRow::action).containsExactly(action);
    assertThat(own).extracting(AuditRow::actorName).containsExactly("member of " + tenant);
    assertThat(own).extracting(AuditRow::detail).containsExactly("line one  forged");
  }

  @Test
  void refusedLoginIsInTheTrailOfTheTenantWhoseLoginItIs() {
    long tenant = database.newTenant("Attacked");
    String login = "m" + UUID.randomUUID();
    MemberDraft member = new MemberDraft(login, "A Member", Role.ORDERER, "a long password");
    database.asPortal(w -> w.get(MemberService.class).addTo(tenant, member));
    RequestSource.begin("198.51.100.9");

    refusals.noteLogin(login, "wrong");
    refusals.noteLogin("nobody of " + login, "wrong");

    List<AuditRow> own =
        database.as(tenant, Role.TENANT_ADMIN, w -> newest(w, AuditFilter.none(), 1));
    assertThat(own).extracting(AuditRow::subject).containsExactly(login);
    assertThat(own).extracting(AuditRow::source).containsExactly("198.51.100.9");
    assertThat(all(Refusals.LOGIN).get(0).subject()).isEqualTo("nobody of " + login);
  }

  private void note(String object, String detail) {
    refusals.note(action, object, detail);
  }

  private List<AuditRow> entries() {
    return all(action);
  }

  private static List<AuditRow> newest(Portal portal, AuditFilter filter, int most) {
    return portal
        .get(AuditService.class)
        .export(filter, ListFilter.<ActorKind>none(), Long.MAX_VALUE, most);
  }

  /** Newest first. */
  private List<AuditRow> all(String wanted) {
    return database.as(
        Tenants.LENDER,
        Role.OPERATOR,
        w ->
            newest(w, new AuditFilter("", "", "", wanted, ""), MANY).stream()
                .filter(entry -> entry.action().equals(wanted))
                .toList());
  }
}
