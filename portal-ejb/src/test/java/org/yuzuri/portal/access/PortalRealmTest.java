package org.yuzuri.portal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.shiro.authc.DisabledAccountException;
import org.apache.shiro.authc.IncorrectCredentialsException;
import org.apache.shiro.authc.LockedAccountException;
import org.apache.shiro.authc.UsernamePasswordToken;
import org.apache.shiro.mgt.DefaultSecurityManager;
import org.apache.shiro.subject.PrincipalCollection;
import org.apache.shiro.subject.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PortalRealmTest {

  private static final PasswordHasher HASHER = new PasswordHasher();
  private static final String HASH = HASHER.hash("correct horse");

  private final FakeAccounts accounts = new FakeAccounts();
  private PortalRealm realm;
  private DefaultSecurityManager security;

  @BeforeEach
  void knowAlice() {
    realm = new PortalRealm(accounts, new AsSystem(), HASHER);
    security = new DefaultSecurityManager(realm);
    accounts.byLogin.put("alice", alice(Account.State.OPEN, Role.ORDERER));
  }

  @AfterEach
  void endTheSecurityManager() {
    security.destroy();
  }

  @Test
  void theRightPasswordMakesAMemberOfItsTenant() {
    Subject subject = login("alice", "correct horse");

    assertThat(subject.getPrincipals().oneByType(SignedIn.class).tenantId()).isEqualTo(7);
    assertThat(accounts.told).endsWith("succeeded 3");
  }

  @Test
  void aMemberMayWhatItsRoleMayAndNothingElse() {
    Subject subject = login("alice", "correct horse");

    assertThat(subject.isPermitted(Permissions.ORDER_PLACE)).isTrue();
    assertThat(subject.isPermitted(Permissions.GATEWAY_WRITE)).isFalse();
    assertThat(subject.isPermitted(Permissions.SYSTEM)).isFalse();
    assertThat(subject.isPermitted("*")).isFalse();
  }

  @Test
  void aWrongPasswordIsCounted() {
    assertThatThrownBy(() -> login("alice", "wrong horse"))
        .isInstanceOf(IncorrectCredentialsException.class);
    assertThat(accounts.told).endsWith("failed alice");
  }

  @Test
  void anUnknownLoginAnswersAsAWrongPassword() {
    assertThatThrownBy(() -> login("mallory", "correct horse"))
        .isInstanceOf(IncorrectCredentialsException.class);
  }

  @Test
  void aLockedAccountIsRefusedWithTheRightPassword() {
    accounts.byLogin.put("alice", alice(Account.State.LOCKED, Role.ORDERER));

    assertThatThrownBy(() -> login("alice", "correct horse"))
        .isInstanceOf(LockedAccountException.class);
  }

  @Test
  void aDisabledAccountIsRefusedWithTheRightPassword() {
    accounts.byLogin.put("alice", alice(Account.State.DISABLED, Role.ORDERER));

    assertThatThrownBy(() -> login("alice", "correct horse"))
        .isInstanceOf(DisabledAccountException.class);
  }

  @Test
  void sessionHoldsAsLongAsItsAccountIsTheSame() {
    PrincipalCollection session = login("alice", "correct horse").getPrincipals();

    assertThat(realm.isStillLoggedIn(session)).isTrue();

    accounts.byLogin.put("alice", alice(Account.State.LOCKED, Role.ORDERER));
    assertThat(realm.isStillLoggedIn(session)).isTrue();
    accounts.byLogin.put("alice", alice(Account.State.DISABLED, Role.ORDERER));
    assertThat(realm.isStillLoggedIn(session)).isFalse();
    accounts.byLogin.put("alice", alice(Account.State.OPEN, Role.VIEWER));
    assertThat(realm.isStillLoggedIn(session)).isFalse();
    String another = HASHER.hash("correct horse");
    accounts.byLogin.put(
        "alice", new Account(3, 7, "alice", "Alice", another, Role.ORDERER, Account.State.OPEN));
    assertThat(realm.isStillLoggedIn(session)).isFalse();
    accounts.byLogin.remove("alice");
    assertThat(realm.isStillLoggedIn(session)).isFalse();
  }

  @Test
  void accountsAreLookedUpAsThePortal() {
    login("alice", "correct horse");

    assertThat(accounts.told).contains("asked as login");
  }

  @Test
  void hashesAreArgon2id() {
    assertThat(HASH).startsWith("$shiro2$argon2id$");
  }

  private static Account alice(Account.State state, Role role) {
    return new Account(3, 7, "alice", "Alice", HASH, role, state);
  }

  private Subject login(String login, String password) {
    Subject subject = new Subject.Builder(security).buildSubject();
    subject.login(new UsernamePasswordToken(login, password));
    return subject;
  }
}
