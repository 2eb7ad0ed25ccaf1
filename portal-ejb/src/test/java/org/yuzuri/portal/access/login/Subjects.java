package org.yuzuri.portal.access.login;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.shiro.mgt.DefaultSecurityManager;
import org.apache.shiro.subject.SimplePrincipalCollection;
import org.apache.shiro.subject.Subject;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.access.ActorKind;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.SignedIn;

/** Members who are logged in, without a login. */
public final class Subjects {

  private static final DefaultSecurityManager SECURITY =
      new DefaultSecurityManager(
          new PortalRealm(
              new FakeAccounts(), new FakeThrottle(), new AsSystem(), new PasswordHasher()));

  private Subjects() {}

  /** Runs the work as a member of this tenant; tenant 1 is the lender. */
  public static <T> T as(long tenantId, Role role, Supplier<T> work) {
    Actor actor = new Actor(ActorKind.MEMBER, 500 + tenantId, "member of " + tenantId);
    SignedIn member = new SignedIn(tenantId, actor.name(), role, "", actor);
    return as(
        new Subject.Builder(SECURITY)
            .principals(new SimplePrincipalCollection(member, "portal"))
            .authenticated(true),
        work);
  }

  /** Runs the work as a visitor who has not logged in. */
  public static <T> T asNobody(Supplier<T> work) {
    return as(new Subject.Builder(SECURITY), work);
  }

  private static <T> T as(Subject.Builder subject, Supplier<T> work) {
    AtomicReference<T> result = new AtomicReference<>();
    subject
        .sessionCreationEnabled(false)
        .buildSubject()
        .execute((Runnable) () -> result.set(work.get()));
    return result.get();
  }
}
