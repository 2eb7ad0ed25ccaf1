package org.yuzuri.portal.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.shiro.session.mgt.SimpleSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.login.Account;
import org.yuzuri.portal.access.login.Subjects;
import org.yuzuri.portal.access.stepup.ProvenSession;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.Page;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.platform.PortalDatabase;

class MemberServiceIT {

  private final PortalDatabase database = PortalDatabase.shared();
  private final long tenant = database.newTenant("People");
  private final MemberView admin = add(tenant, Role.TENANT_ADMIN);

  /** What an administrator does to somebody. */
  enum Act {
    DISABLE,
    REMOVE,
    DEMOTE;

    void on(MemberService service, long id) {
      switch (this) {
        case DISABLE -> service.disable(id);
        case REMOVE -> service.remove(id);
        case DEMOTE -> service.changeRole(id, Role.TENANT_ADMIN, Role.VIEWER);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void lastAdministratorStays(Act act) {
    assertThatThrownBy(() -> act(tenant, act, admin.id())).hasMessageContaining("LAST_ADMIN");

    MemberView second = add(tenant, Role.TENANT_ADMIN);
    act(tenant, act, admin.id());

    assertThatThrownBy(() -> act(tenant, act, second.id())).hasMessageContaining("LAST_ADMIN");
  }

  @ParameterizedTest
  @EnumSource
  void anAdministratorWhoIsSwitchedOffIsNone(Act act) {
    MemberView second = add(tenant, Role.TENANT_ADMIN);
    act(tenant, Act.DISABLE, second.id());

    assertThatThrownBy(() -> act(tenant, act, admin.id())).hasMessageContaining("LAST_ADMIN");
  }

  @ParameterizedTest
  @EnumSource
  void anotherTenantsMemberIsNotThereNorIsOneForTheLender(Act act) {
    MemberView member = add(tenant, Role.ORDERER);
    add(1, Role.LENDER_ADMIN);
    long other = database.newTenant("Others");
    add(other, Role.TENANT_ADMIN);

    assertThatThrownBy(() -> act(other, act, member.id())).hasMessageContaining("NOT_FOUND");
    assertThatThrownBy(
            () ->
                database.as(
                    1,
                    Role.LENDER_ADMIN,
                    w -> {
                      w.get(MemberService.class).disable(member.id());
                      return true;
                    }))
        .hasMessageContaining("NOT_FOUND");
    assertThat(account(member.login()).orElseThrow().state()).isEqualTo(Account.State.OPEN);
  }

  @ParameterizedTest
  @EnumSource
  void nobodyDoesItToTheOwnAccount(Act act) {
    add(tenant, Role.TENANT_ADMIN);

    assertThatThrownBy(
            () ->
                Subjects.as(
                    tenant,
                    Role.TENANT_ADMIN,
                    admin.id(),
                    ProvenSession.of(admin.id()),
                    () -> {
                      act.on(service(), admin.id());
                      return "";
                    }))
        .hasMessageContaining("OWN_ACCOUNT");
  }

  @Test
  void whoWasSwitchedOffAndOnLogsInAgain() {
    MemberView member = add(tenant, Role.ORDERER);

    act(tenant, Act.DISABLE, member.id());
    assertThat(account(member.login()).orElseThrow().state()).isEqualTo(Account.State.DISABLED);

    database.as(
        tenant,
        Role.TENANT_ADMIN,
        w -> {
          w.get(MemberService.class).enable(member.id());
          return true;
        });
    assertThat(account(member.login()).orElseThrow().state()).isEqualTo(Account.State.OPEN);
  }

  @Test
  void anotherRoleIsAnotherAccountForSessions() {
    MemberView member = add(tenant, Role.ORDERER);
    String before = account(member.login()).orElseThrow().fingerprint();

    database.as(
        tenant,
        Role.TENANT_ADMIN,
        w -> {
          w.get(MemberService.class).changeRole(member.id(), Role.ORDERER, Role.VIEWER);
          return true;
        });

    Account after = account(member.login()).orElseThrow();
    assertThat(after.role()).isEqualTo(Role.VIEWER);
    assertThat(after.fingerprint()).isNotEqualTo(before);
  }

  @Test
  void aRoleChangesAfterAProof() {
    MemberView member = add(tenant, Role.ORDERER);

    assertThatThrownBy(
            () ->
                Subjects.as(
                    tenant,
                    Role.TENANT_ADMIN,
                    admin.id(),
                    new SimpleSession(),
                    () -> {
                      service().changeRole(member.id(), Role.ORDERER, Role.TENANT_ADMIN);
                      return "";
                    }))
        .hasMessageContaining("STEP_UP_NEEDED");

    assertThat(account(member.login()).orElseThrow().role()).isEqualTo(Role.ORDERER);
  }

  @ParameterizedTest
  @EnumSource(names = {"LENDER_ADMIN", "OPERATOR", "AUDITOR", "LENDER_BILLING"})
  void noTenantGivesARoleOfTheLender(Role role) {
    MemberView member = add(tenant, Role.ORDERER);

    assertThatThrownBy(
            () ->
                database.as(
                    tenant,
                    Role.TENANT_ADMIN,
                    w -> {
                      w.get(MemberService.class).changeRole(member.id(), Role.ORDERER, role);
                      return true;
                    }))
        .hasMessageContaining("INVALID_VALUE: role");
  }

  @Test
  void whoWasRemovedIsGoneAndTheLoginIsFree() {
    MemberView member = add(tenant, Role.ORDERER);

    act(tenant, Act.REMOVE, member.id());

    assertThat(account(member.login())).isEmpty();
    Optional<Person> found = database.asPortal(w -> w.get(Members.class).find(member.id()));
    assertThat(found).isEmpty();
    Page<MemberRow> shown = list(tenant);
    assertThat(shown.rows()).extracting(MemberRow::id).containsExactly(admin.id());
    assertThatThrownBy(() -> act(tenant, Act.REMOVE, member.id()))
        .hasMessageContaining("NOT_FOUND");
  }

  @Test
  void aListHasTheOwnPeopleOnly() {
    add(database.newTenant("Others"), Role.VIEWER);
    assertThat(list(tenant).rows()).extracting(MemberRow::id).containsExactly(admin.id());
  }

  private Page<MemberRow> list(long of) {
    return database.as(
        of,
        Role.TENANT_ADMIN,
        w ->
            w.get(MemberService.class)
                .list(new ListFilter<MemberState>("", Set.of()), PageRequest.first(50)));
  }

  private void act(long by, Act act, long id) {
    database.as(
        by,
        Role.TENANT_ADMIN,
        w -> {
          act.on(w.get(MemberService.class), id);
          return true;
        });
  }

  private MemberService service() {
    return database.asPortal(w -> w.get(MemberService.class));
  }

  private Optional<Account> account(String login) {
    return database.asPortal(w -> w.get(AccountService.class).find(login));
  }

  private MemberView add(long to, Role role) {
    MemberDraft draft =
        new MemberDraft("m" + UUID.randomUUID(), "A Member", role, "a long password");
    return database.asPortal(w -> w.get(MemberService.class).addTo(to, draft));
  }
}
