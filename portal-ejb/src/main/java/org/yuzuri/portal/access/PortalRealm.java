package org.yuzuri.portal.access;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.apache.shiro.authc.AuthenticationInfo;
import org.apache.shiro.authc.AuthenticationToken;
import org.apache.shiro.authc.DisabledAccountException;
import org.apache.shiro.authc.IncorrectCredentialsException;
import org.apache.shiro.authc.LockedAccountException;
import org.apache.shiro.authc.SimpleAuthenticationInfo;
import org.apache.shiro.authc.UsernamePasswordToken;
import org.apache.shiro.authz.AuthorizationInfo;
import org.apache.shiro.authz.SimpleAuthorizationInfo;
import org.apache.shiro.realm.AuthorizingRealm;
import org.apache.shiro.subject.PrincipalCollection;
import org.jspecify.annotations.Nullable;

/** Logs members in by login and password, and knows their permissions by their role. */
@Dependent
public class PortalRealm extends AuthorizingRealm {

  /** Checked when the login is unknown, so that an answer takes as long as for a known one. */
  private static final String NOBODYS_PASSWORD = "a password that nobody has";

  private final transient Accounts accounts;
  private final transient AsSystem asSystem;
  private final transient PasswordHasher hasher;
  private transient volatile @Nullable String nobodysHash;

  /** Made by the container. */
  @Inject
  public PortalRealm(Accounts accounts, AsSystem asSystem, PasswordHasher hasher) {
    this.accounts = accounts;
    this.asSystem = asSystem;
    this.hasher = hasher;
    setName("portal");
    setAuthenticationTokenClass(UsernamePasswordToken.class);
    setAuthorizationCachingEnabled(false);
    setCredentialsMatcher(
        (token, info) -> hasher.matches(token.getCredentials(), (String) info.getCredentials()));
  }

  @Override
  protected AuthenticationInfo doGetAuthenticationInfo(AuthenticationToken token) {
    String login = String.valueOf(token.getPrincipal());
    Account account = find(login).orElse(null);
    if (account == null) {
      hasher.matches(token.getCredentials(), nobodysHash());
      throw new IncorrectCredentialsException("login or password is wrong");
    }
    if (account.state() == Account.State.LOCKED) {
      throw new LockedAccountException("too many wrong passwords for " + account.login());
    }
    if (account.state() == Account.State.DISABLED) {
      throw new DisabledAccountException(account.login() + " is switched off");
    }
    return new SimpleAuthenticationInfo(signedIn(account), account.passwordHash(), getName());
  }

  /**
   * Whether who logged in once still is who may: not switched off, with the tenant, role and
   * password of then. An account that is locked keeps its sessions: strangers lock accounts.
   */
  public boolean isStillLoggedIn(PrincipalCollection principals) {
    SignedIn signedIn = principals.oneByType(SignedIn.class);
    return find(signedIn.actor().name())
        .filter(account -> account.state() != Account.State.DISABLED)
        .filter(account -> account.fingerprint().equals(signedIn.account()))
        .isPresent();
  }

  private Optional<Account> find(String login) {
    return asSystem.call(Actor.system("login"), () -> accounts.findAccount(login));
  }

  @Override
  protected void assertCredentialsMatch(AuthenticationToken token, AuthenticationInfo info) {
    SignedIn signedIn = info.getPrincipals().oneByType(SignedIn.class);
    try {
      super.assertCredentialsMatch(token, info);
    } catch (IncorrectCredentialsException wrong) {
      asSystem.run("login", () -> accounts.loginFailed(signedIn.actor().name()));
      throw wrong;
    }
    asSystem.run("login", () -> accounts.loginSucceeded(signedIn.actor().id()));
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
