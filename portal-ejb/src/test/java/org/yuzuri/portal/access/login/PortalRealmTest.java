package org.yuzuri.portal.access.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.shiro.authc.DisabledAccountException;
import org.apache.shiro.authc.IncorrectCredentialsException;
import org.apache.shiro.authc.UnknownAccountException;
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
  private final FakeFactors factors = new FakeFactors();
  private final CodeCheck codes = new CodeCheck(factors, throttle, new AsSystem());
  private PortalRealm realm;
  private DefaultSecurityManager security;

  @BeforeEach
  void knowAlice() {
    realm = new PortalRealm(accounts, throttle, new AsSystem(), HASHER, codes);
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
        new PortalRealm(
            accounts, throttle, new AsSystem(), new PasswordHasher(counting(hashes)), codes);
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
            },
            codes);
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

    assertThat(realm.state(session, 1)).isEqualTo(SessionState.LIVE);

    accounts.byLogin.put("alice", alice(Account.State.DISABLED, Role.ORDERER));
    assertThat(realm.state(session, 1)).isEqualTo(SessionState.UNKNOWN);
    accounts.byLogin.put("alice", alice(Account.State.OPEN, Role.VIEWER));
    assertThat(realm.state(session, 1)).isEqualTo(SessionState.UNKNOWN);
    String another = HASHER.hash("correct horse");
    accounts.byLogin.put(
        "alice",
        new Account(
            3,
            7,
            "alice",
            "Alice",
            another,
            Role.ORDERER,
            Account.State.OPEN,
            SecondStep.NONE,
            0,
            Set.of()));
    assertThat(realm.state(session, 1)).isEqualTo(SessionState.UNKNOWN);
    accounts.byLogin.remove("alice");
    assertThat(realm.state(session, 1)).isEqualTo(SessionState.UNKNOWN);
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
            SecondStep.NONE,
            4,
            Set.of()));

    assertThat(realm.state(alice, 4)).isEqualTo(SessionState.REPLACED);
    assertThat(realm.state(alice, 5)).isEqualTo(SessionState.LIVE);
    accounts.byLogin.remove("alice");
    assertThat(realm.state(alice, 5)).isEqualTo(SessionState.UNKNOWN);
  }

  @Test
  void rightPasswordOfAMemberWithASecondFactorLogsNobodyInYet() {
    accounts.byLogin.put("alice", alice(SecondStep.CODE));
    Subject subject = new Subject.Builder(security).buildSubject();

    FirstStep first = firstStep(subject);

    assertThat(first.login()).isEqualTo("alice");
    assertThat(subject.isAuthenticated()).isFalse();
    assertThat(accounts.told).doesNotContain("succeeded 3");
    assertThatThrownBy(() -> login("alice", "wrong horse"))
        .isInstanceOf(IncorrectCredentialsException.class);
  }

  @Test
  void codeAfterThePasswordLogsIn() {
    accounts.byLogin.put("alice", alice(SecondStep.CODE));
    Subject subject = new Subject.Builder(security).buildSubject();
    FirstStep first = firstStep(subject);

    assertThatThrownBy(() -> subject.login(new CodeToken(first, "000000", "192.0.2.9")))
        .isInstanceOf(IncorrectCredentialsException.class);
    assertThat(subject.isAuthenticated()).isFalse();
    subject.login(new CodeToken(first, FakeFactors.RIGHT, "192.0.2.9"));

    assertThat(subject.isAuthenticated()).isTrue();
    assertThat(factors.asked).containsExactly("3 000000", "3 " + FakeFactors.RIGHT);
    assertThat(accounts.told).endsWith("succeeded 3");
  }

  @Test
  void triesOfCodesHaveBudgetsOfTheirOwnBySourceAndByMember() {
    accounts.byLogin.put("alice", alice(SecondStep.CODE));
    Subject subject = new Subject.Builder(security).buildSubject();
    FirstStep first = firstStep(subject);
    throttle.told.clear();

    assertThatThrownBy(() -> subject.login(new CodeToken(first, "000000", "192.0.2.9")))
        .isInstanceOf(IncorrectCredentialsException.class);

    assertThat(throttle.told)
        .containsExactly("take code\n3 from 192.0.2.9", "take code from member\n3");
    throttle.wait = Duration.ofSeconds(7);
    assertThatThrownBy(() -> subject.login(new CodeToken(first, FakeFactors.RIGHT, "192.0.2.9")))
        .isInstanceOf(WaitBeforeLoginException.class);
    assertThat(factors.asked).containsExactly("3 000000");
  }

  @Test
  void firstStepIsWorthNothingOnceTheAccountIsAnother() {
    accounts.byLogin.put("alice", alice(SecondStep.CODE));
    FirstStep first = firstStep(new Subject.Builder(security).buildSubject());
    CodeToken token = new CodeToken(first, FakeFactors.RIGHT, "192.0.2.9");

    accounts.byLogin.put("alice", alice(Account.State.DISABLED, Role.ORDERER));
    assertThatThrownBy(() -> new Subject.Builder(security).buildSubject().login(token))
        .isInstanceOf(UnknownAccountException.class);
    accounts.byLogin.put("alice", alice(Account.State.OPEN, Role.VIEWER));
    assertThatThrownBy(() -> new Subject.Builder(security).buildSubject().login(token))
        .isInstanceOf(UnknownAccountException.class);
    assertThat(factors.asked).isEmpty();
  }

  @Test
  void sessionOfAMemberThatHasToSetUpASecondFactorSaysSo() {
    PrincipalCollection session = login("alice", "correct horse").getPrincipals();

    accounts.byLogin.put("alice", alice(SecondStep.SET_UP));

    assertThat(realm.state(session, 5)).isEqualTo(SessionState.FACTOR_MISSING);
  }

  private FirstStep firstStep(Subject subject) {
    UsernamePasswordToken password =
        new UsernamePasswordToken("alice", "correct horse", "192.0.2.9");
    return catchThrowableOfType(CodeNeededException.class, () -> subject.login(password)).first();
  }

  private static Account alice(SecondStep step) {
    return new Account(
        3, 7, "alice", "Alice", HASH, Role.ORDERER, Account.State.OPEN, step, 0, Set.of());
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
    return new Account(3, 7, "alice", "Alice", HASH, role, state, SecondStep.NONE, 0, Set.of());
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
