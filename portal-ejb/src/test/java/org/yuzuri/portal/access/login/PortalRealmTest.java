package org.yuzuri.portal.access.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.shiro.authc.DisabledAccountException;
import org.apache.shiro.authc.IncorrectCredentialsException;
import org.apache.shiro.authc.UsernamePasswordToken;
import org.apache.shiro.authc.credential.DefaultPasswordService;
import org.apache.shiro.authc.credential.PasswordService;
import org.apache.shiro.mgt.DefaultSecurityManager;
import org.apache.shiro.subject.PrincipalCollection;
import org.apache.shiro.subject.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.SignedIn;
import org.yuzuri.portal.platform.ProblemException;

class PortalRealmTest {

  private static final PasswordHasher HASHER = new PasswordHasher();
  private static final String HASH = HASHER.hash("correct horse");

  private final FakeAccounts accounts = new FakeAccounts();
  private final FakeThrottle throttle = new FakeThrottle();
  private PortalRealm realm;
  private DefaultSecurityManager security;

  @BeforeEach
  void knowAlice() {
    realm = new PortalRealm(accounts, throttle, new AsSystem(), HASHER);
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
  void everyTryIsTakenBeforeThePasswordIsLookedAt() {
    for (String login : List.of("alice", "Mallory")) {
      assertThatThrownBy(() -> login(login, "wrong horse"))
          .isInstanceOf(IncorrectCredentialsException.class);
    }

    assertThat(throttle.told)
        .containsExactly("take alice from 192.0.2.9", "take mallory from 192.0.2.9");
  }

  @Test
  void successEndsTheRowOfTries() {
    login("ALICE", "correct horse");

    assertThat(throttle.told).endsWith("succeeded alice from 192.0.2.9");
  }

  @Test
  void whoHasToWaitIsToldSoWithoutALookAtAccountOrPassword() {
    throttle.wait = Duration.ofSeconds(40);

    for (String login : List.of("alice", "mallory")) {
      assertThatThrownBy(() -> login(login, "correct horse"))
          .isInstanceOfSatisfying(
              WaitBeforeLoginException.class,
              wait -> assertThat(wait.remaining()).isEqualTo(Duration.ofSeconds(40)));
    }
    assertThat(accounts.told).isEmpty();
  }

  @Test
  void anUnknownLoginAnswersAsAWrongPassword() {
    Throwable known = catchThrowable(() -> login("alice", "wrong horse"));
    Throwable unknown = catchThrowable(() -> login("mallory", "wrong horse"));
    Throwable endless = catchThrowable(() -> login("x".repeat(50_000), "wrong horse"));

    assertThat(unknown).hasSameClassAs(known).hasMessage(known.getMessage());
    assertThat(endless).hasSameClassAs(known).hasMessage(known.getMessage());
  }

  @Test
  void knownAndUnknownLoginsCostOneHashEach() {
    AtomicInteger hashes = new AtomicInteger();
    realm =
        new PortalRealm(accounts, throttle, new AsSystem(), new PasswordHasher(counting(hashes)));
    security.setRealm(realm);
    assertThatThrownBy(() -> login("alice", "the first one also makes nobody's hash"))
        .isInstanceOf(IncorrectCredentialsException.class);
    hashes.set(0);

    for (String login : List.of("alice", "mallory", "x".repeat(50_000))) {
      assertThatThrownBy(() -> login(login, "y".repeat(60_000)))
          .isInstanceOf(IncorrectCredentialsException.class);
      assertThat(hashes.getAndSet(0)).as(login).isEqualTo(1);
    }
    accounts.byLogin.put("alice", alice(Account.State.DISABLED, Role.ORDERER));
    assertThatThrownBy(() -> login("alice", "wrong horse"))
        .isInstanceOf(IncorrectCredentialsException.class);
    assertThat(hashes.get()).isEqualTo(1);
  }

  @Test
  void aDisabledAccountIsToldOnlyToWhoKnowsItsPassword() {
    accounts.byLogin.put("alice", alice(Account.State.DISABLED, Role.ORDERER));

    assertThatThrownBy(() -> login("alice", "wrong horse"))
        .isInstanceOf(IncorrectCredentialsException.class);
    assertThatThrownBy(() -> login("alice", "correct horse"))
        .isInstanceOf(DisabledAccountException.class);
    assertThat(accounts.told).doesNotContain("succeeded 3");
  }

  @Test
  void tryThatCouldNotBeJudgedIsGivenBack() {
    realm =
        new PortalRealm(
            accounts,
            throttle,
            new AsSystem(),
            new PasswordHasher(counting(new AtomicInteger())) {
              @Override
              public boolean matches(Object password, String hash) {
                throw new ProblemException(AccessProblem.PASSWORDS_BUSY, "password", 20, "later");
              }
            });
    security.setRealm(realm);

    for (String login : List.of("alice", "mallory")) {
      assertThatThrownBy(() -> login(login, "correct horse"))
          .isInstanceOf(LoginBusyException.class);
      assertThat(throttle.told).endsWith("give back " + login + " from 192.0.2.9");
    }
  }

  @Test
  void sessionHoldsAsLongAsItsAccountIsTheSame() {
    PrincipalCollection session = login("alice", "correct horse").getPrincipals();

    assertThat(realm.isStillLoggedIn(session)).isTrue();

    accounts.byLogin.put("alice", alice(Account.State.DISABLED, Role.ORDERER));
    assertThat(realm.isStillLoggedIn(session)).isFalse();
    accounts.byLogin.put("alice", alice(Account.State.OPEN, Role.VIEWER));
    assertThat(realm.isStillLoggedIn(session)).isFalse();
    String another = HASHER.hash("correct horse");
    accounts.byLogin.put(
        "alice", new Account(3, 7, "alice", "Alice", another, Role.ORDERER, Account.State.OPEN, 0));
    assertThat(realm.isStillLoggedIn(session)).isFalse();
    accounts.byLogin.remove("alice");
    assertThat(realm.isStillLoggedIn(session)).isFalse();
  }

  @Test
  void sessionWhosePlaceANewerOneHasTakenIsReplaced() {
    PrincipalCollection alice = login("alice", "correct horse").getPrincipals();
    Account account = accounts.byLogin.get("alice");
    accounts.byLogin.put(
        "alice",
        new Account(
            account.memberId(),
            account.tenantId(),
            account.login(),
            account.displayName(),
            account.passwordHash(),
            account.role(),
            account.state(),
            4));

    assertThat(realm.state(alice, 4)).isEqualTo(SessionState.REPLACED);
    assertThat(realm.state(alice, 5)).isEqualTo(SessionState.LIVE);
    accounts.byLogin.remove("alice");
    assertThat(realm.state(alice, 5)).isEqualTo(SessionState.UNKNOWN);
  }

  @Test
  void accountsAreLookedUpAsThePortal() {
    login("alice", "correct horse");

    assertThat(accounts.told).contains("asked as login");
  }

  @Test
  void passwordIsTakenAsItIs() {
    for (String other :
        new String[] {"correct horse ", " correct horse", "Correct horse", "correct hors"}) {
      assertThatThrownBy(() -> login("alice", other))
          .as(other)
          .isInstanceOf(IncorrectCredentialsException.class);
    }
    String whole = "長い合言葉 " + "x".repeat(190);
    assertThat(HASHER.matches(whole, HASHER.hash(whole))).isTrue();
    assertThat(HASHER.matches(whole.substring(0, 190), HASHER.hash(whole))).isFalse();
  }

  @Test
  void hashesAreArgon2id() {
    assertThat(HASH).startsWith("$shiro2$argon2id$");
  }

  private static Account alice(Account.State state, Role role) {
    return new Account(3, 7, "alice", "Alice", HASH, role, state, 0);
  }

  private Subject login(String login, String password) {
    Subject subject = new Subject.Builder(security).buildSubject();
    subject.login(new UsernamePasswordToken(login, password, "192.0.2.9"));
    return subject;
  }

  private static PasswordService counting(AtomicInteger hashes) {
    PasswordService real = new DefaultPasswordService();
    return new PasswordService() {
      @Override
      public String encryptPassword(Object password) {
        return real.encryptPassword(password);
      }

      @Override
      public boolean passwordsMatch(Object password, String hash) {
        hashes.incrementAndGet();
        return real.passwordsMatch(password, hash);
      }
    };
  }
}
