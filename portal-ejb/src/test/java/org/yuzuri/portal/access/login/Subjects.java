package org.yuzuri.portal.access.login;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.shiro.mgt.DefaultSecurityManager;
import org.apache.shiro.session.Session;
import org.apache.shiro.subject.SimplePrincipalCollection;
import org.apache.shiro.subject.Subject;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.access.ActorKind;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.SignedIn;
import org.yuzuri.portal.access.stepup.ProvenSession;

/** Members who are logged in, without a login. */
public final class Subjects {

  private static final DefaultSecurityManager SECURITY =
      new DefaultSecurityManager(
          new PortalRealm(
              new FakeAccounts(),
              new FakeThrottle(),
              new AsSystem(),
              new PasswordHasher(),
              new CodeCheck(new FakeFactors(), new FakeThrottle(), new AsSystem())));

  private Subjects() {}

  /**
   * Runs the work as a member of this tenant who has just proven to be it; tenant 1 is the lender.
   */
  public static <T> T as(long tenantId, Role role, Supplier<T> work) {
    long member = 500 + tenantId;
    return as(tenantId, role, member, ProvenSession.of(member), work);
  }

  /** Runs the work as this member of this tenant, in its session. */
  public static <T> T as(
      long tenantId, Role role, long memberId, Session session, Supplier<T> work) {
    Actor actor = new Actor(ActorKind.MEMBER, memberId, "member of " + tenantId);
    SignedIn member = new SignedIn(tenantId, actor.name(), role, "", actor);
    return as(
        new Subject.Builder(SECURITY)
            .principals(new SimplePrincipalCollection(member, "portal"))
            .session(session)
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
