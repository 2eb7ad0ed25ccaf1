package org.yuzuri.portal.access.login;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.shiro.authc.AuthenticationInfo;
import org.apache.shiro.authc.AuthenticationToken;
import org.apache.shiro.authc.DisabledAccountException;
import org.apache.shiro.authc.HostAuthenticationToken;
import org.apache.shiro.authc.IncorrectCredentialsException;
import org.apache.shiro.authc.SimpleAuthenticationInfo;
import org.apache.shiro.authc.UnknownAccountException;
import org.apache.shiro.authc.UsernamePasswordToken;
import org.apache.shiro.authz.AuthorizationInfo;
import org.apache.shiro.authz.SimpleAuthorizationInfo;
import org.apache.shiro.realm.AuthorizingRealm;
import org.apache.shiro.subject.PrincipalCollection;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.access.ActorKind;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.access.SignedIn;
import org.yuzuri.portal.platform.ProblemException;

/**
 * Logs members in by login and password, then by a code where they have set up a second factor, and
 * knows their permissions by their role.
 *
 * <p>INVARIANT: until the password was right, an answer and the work for it are the same whether or
 * not the login exists, is open, or is long enough to be one.
 */
@Dependent
public class PortalRealm extends AuthorizingRealm {

  /** Checked when the login is unknown, so that an answer takes as long as for a known one. */
  private static final String NOBODYS_PASSWORD = "a password that nobody has";

  private static final String WRONG = "login or password is wrong";
  private static final String JOB = "login";

  private final transient Accounts accounts;
  private final transient LoginThrottle throttle;
  private final transient AsSystem asSystem;
  private final transient PasswordHasher hasher;
  private final transient CodeCheck codes;
  private transient volatile @Nullable String nobodysHash;

  /** Made by the container. */
  @Inject
  public PortalRealm(
      Accounts accounts,
      LoginThrottle throttle,
      AsSystem asSystem,
      PasswordHasher hasher,
      CodeCheck codes) {
    this.accounts = accounts;
    this.throttle = throttle;
    this.asSystem = asSystem;
    this.hasher = hasher;
    this.codes = codes;
    setName("portal");
    setAuthenticationTokenClass(UsernamePasswordToken.class);
    setAuthorizationCachingEnabled(false);
    setCredentialsMatcher((token, info) -> matches(token, (String) info.getCredentials()));
  }

  @Override
  public boolean supports(AuthenticationToken token) {
    return token instanceof CodeToken || super.supports(token);
  }

  @Override
  protected AuthenticationInfo doGetAuthenticationInfo(AuthenticationToken token) {
    return token instanceof CodeToken code ? afterThePassword(code) : byPassword(token);
  }

  private AuthenticationInfo afterThePassword(CodeToken token) {
    Account account =
        find(token.first().login())
            .filter(found -> found.state() == Account.State.OPEN)
            .filter(found -> found.fingerprint().equals(token.first().account()))
            .orElseThrow(() -> new UnknownAccountException("the account is another since"));
    return new SimpleAuthenticationInfo(signedIn(account), "", getName());
  }

  private AuthenticationInfo byPassword(AuthenticationToken token) {
    Duration wait = asPortal(() -> throttle.take(source(token), login(token)));
    if (!wait.isZero()) {
      throw new WaitBeforeLoginException(wait);
    }
    String nobodys = nobodysHash();
    Account account = find(login(token)).orElse(null);
    if (account == null) {
      matches(token, nobodys);
      throw new IncorrectCredentialsException(WRONG);
    }
    return new SimpleAuthenticationInfo(signedIn(account), account.passwordHash(), getName());
  }

  /**
   * Whether who logged in once still is who may, in the session of this number: not switched off,
   * with the tenant, role and password of then.
   */
  public SessionState state(PrincipalCollection principals, long session) {
    return current(principals)
        .map(account -> account.session(session))
        .orElse(SessionState.UNKNOWN);
  }

  private Optional<Account> current(PrincipalCollection principals) {
    SignedIn signedIn = principals.oneByType(SignedIn.class);
    return find(signedIn.actor().name())
        .filter(account -> account.state() != Account.State.DISABLED)
        .filter(account -> account.fingerprint().equals(signedIn.account()));
  }

  private Optional<Account> find(String login) {
    return asPortal(() -> accounts.findAccount(login));
  }

  @Override
  protected void assertCredentialsMatch(AuthenticationToken token, AuthenticationInfo info) {
    SignedIn signedIn = info.getPrincipals().oneByType(SignedIn.class);
    if (token instanceof CodeToken code) {
      codes.check(signedIn.actor().id(), source(code), code.code());
    } else {
      checkPassword(token, info);
    }
    asSystem.run(JOB, () -> accounts.loginSucceeded(signedIn.actor().id()));
  }

  private void checkPassword(AuthenticationToken token, AuthenticationInfo info) {
    try {
      super.assertCredentialsMatch(token, info);
    } catch (IncorrectCredentialsException sayingMore) {
      throw new IncorrectCredentialsException(WRONG, sayingMore);
    }
    // Only who knows the password is told.
    Account account =
        current(info.getPrincipals())
            .orElseThrow(() -> new DisabledAccountException(login(token) + " is switched off"));
    asSystem.run(JOB, () -> throttle.succeeded(source(token), login(token)));
    if (account.secondStep() == SecondStep.CODE) {
      throw new CodeNeededException(new FirstStep(account.login(), account.fingerprint()));
    }
  }

  private boolean matches(AuthenticationToken token, String hash) {
    try {
      return hasher.matches(token.getCredentials(), hash);
    } catch (ProblemException busy) {
      asSystem.run(JOB, () -> throttle.giveBack(source(token), login(token)));
      throw new LoginBusyException(busy);
    }
  }

  private <T> T asPortal(Supplier<T> work) {
    return asSystem.call(Actor.system(JOB), work);
  }

  private static String login(AuthenticationToken token) {
    return String.valueOf(token.getPrincipal()).toLowerCase(Locale.ROOT);
  }

  private static String source(AuthenticationToken token) {
    String host = token instanceof HostAuthenticationToken known ? known.getHost() : null;
    return host == null ? "" : host;
  }

  @Override
  protected AuthorizationInfo doGetAuthorizationInfo(PrincipalCollection principals) {
    SimpleAuthorizationInfo info = new SimpleAuthorizationInfo();
    SignedIn signedIn = principals.oneByType(SignedIn.class);
    if (signedIn != null && signedIn.role() != null) {
      info.addRole(signedIn.role().name());
      info.addStringPermissions(signedIn.role().permissions());
    }
    return info;
  }

  private static SignedIn signedIn(Account account) {
    Actor actor = new Actor(ActorKind.MEMBER, account.memberId(), account.login());
    return new SignedIn(
        account.tenantId(), account.displayName(), account.role(), account.fingerprint(), actor);
  }

  private String nobodysHash() {
    if (nobodysHash == null) {
      nobodysHash = hasher.hash(NOBODYS_PASSWORD);
    }
    return nobodysHash;
  }
}
