package org.yuzuri.portal.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.login.Account;
import org.yuzuri.portal.platform.Portal;
import org.yuzuri.portal.platform.PortalDatabase;
import org.yuzuri.portal.tenant.TenantService;

class AccountServiceIT {

  private final PortalDatabase database = PortalDatabase.shared();
  private final String login = "m" + UUID.randomUUID();
  private long tenant;
  private MemberView member;

  @BeforeEach
  void addAMember() {
    tenant = database.newTenant("Accounts");
    member = portal(w -> w.get(MemberService.class).addTo(tenant, draft(Role.ORDERER)));
  }

  @Test
  void aMemberIsFoundInAnyCaseOfLetters() {
    assertThat(account(login.toUpperCase(java.util.Locale.ROOT)).memberId()).isEqualTo(member.id());
    assertThat(account(login).passwordHash()).startsWith("$shiro2$argon2id$");
  }

  @Test
  void nobodyOfAClosedTenantLogsIn() {
    portal(
        w -> {
          w.get(TenantService.class).close(tenant, "It has left");
          return null;
        });

    assertThat(account(login).state()).isEqualTo(Account.State.DISABLED);
  }

  @Test
  void aTenantCannotMakeAnOperator() {
    assertThatThrownBy(
            () -> portal(w -> w.get(MemberService.class).addTo(tenant, draft(Role.OPERATOR))))
        .hasMessageContaining("role");
  }

  @Test
  void aLoginIsGivenOnce() {
    assertThatThrownBy(
            () -> portal(w -> w.get(MemberService.class).addTo(tenant, draft(Role.VIEWER))))
        .hasMessageContaining("NAME_TAKEN");
  }

  @Test
  void anotherTenantsMemberCannotBeSwitchedOff() {
    long other = database.newTenant("Other");

    assertThatThrownBy(
            () ->
                database.as(
                    other,
                    Role.TENANT_ADMIN,
                    w -> {
                      w.get(MemberService.class).disable(member.id());
                      return null;
                    }))
        .hasMessageContaining("NOT_FOUND");
    assertThat(account(login).state()).isEqualTo(Account.State.OPEN);
  }

  private MemberDraft draft(Role role) {
    return new MemberDraft(login, "A Member", role, "a long password");
  }

  private Account account(String name) {
    return portal(w -> w.get(AccountService.class).find(name).orElseThrow());
  }

  private <T> T portal(Function<Portal, T> work) {
    return database.asPortal(work);
  }
}
