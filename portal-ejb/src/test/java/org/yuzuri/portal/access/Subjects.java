package org.yuzuri.portal.access;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.shiro.mgt.DefaultSecurityManager;
import org.apache.shiro.subject.SimplePrincipalCollection;
import org.apache.shiro.subject.Subject;

/** Members who are logged in, without a login. */
public final class Subjects {

  private static final DefaultSecurityManager SECURITY =
      new DefaultSecurityManager(
          new PortalRealm(new FakeAccounts(), new AsSystem(), new PasswordHasher()));

  private Subjects() {}

  /** Runs the work as a member of this tenant; tenant 1 is the lender. */
  public static <T> T as(long tenantId, Role role, Supplier<T> work) {
    Actor actor = new Actor(ActorKind.MEMBER, 500 + tenantId, "member of " + tenantId);
    SignedIn member = new SignedIn(tenantId, actor.name(), role, "", actor);
    AtomicReference<T> result = new AtomicReference<>();
    new Subject.Builder(SECURITY)
        .principals(new SimplePrincipalCollection(member, "portal"))
        .authenticated(true)
        .sessionCreationEnabled(false)
        .buildSubject()
        .execute((Runnable) () -> result.set(work.get()));
    return result.get();
  }
}
