package org.yuzuri.portal.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.shiro.mgt.DefaultSecurityManager;
import org.apache.shiro.mgt.DefaultSessionStorageEvaluator;
import org.apache.shiro.mgt.DefaultSubjectDAO;
import org.apache.shiro.subject.SimplePrincipalCollection;
import org.apache.shiro.subject.Subject;

/**
 * Runs work of the portal itself where no person is logged in: timers and calls of daemons. The
 * work sees every tenant's rows and has every permission.
 *
 * <p>Begins no transaction: call a service inside it. A transaction that is already running keeps
 * the tenant of its session, so nothing more becomes visible in it.
 */
@ApplicationScoped
public class AsSystem {

  private final DefaultSecurityManager security = sessionless();

  /** Runs the work as a job of the portal. */
  public void run(String job, Runnable work) {
    subject(Actor.system(job)).execute(work);
  }

  /** Runs the work on behalf of an actor. */
  public void run(Actor actor, Runnable work) {
    subject(actor).execute(work);
  }

  /** Runs the work on behalf of an actor, and gives its result. */
  public <T> T call(Actor actor, Supplier<T> work) {
    // Not Subject.execute(Callable): it hides what the work throws in an ExecutionException.
    List<T> result = new ArrayList<>(1);
    subject(actor).execute((Runnable) () -> result.add(work.get()));
    return result.get(0);
  }

  /**
   * Runs the work as a job of the portal for one tenant: only that tenant's rows are visible, and
   * new rows are its own.
   */
  public void runFor(long tenantId, String job, Runnable work) {
    Actor actor = Actor.system(job);
    subject(new SignedIn(tenantId, job, Role.TENANT_ADMIN, "", actor)).execute(work);
  }

  private Subject subject(Actor actor) {
    return subject(new SignedIn(Tenants.LENDER, actor.name(), null, "", actor));
  }

  private Subject subject(SignedIn itself) {
    return new Subject.Builder(security)
        .principals(new SimplePrincipalCollection(itself, SystemRealm.NAME))
        .authenticated(true)
        .sessionCreationEnabled(false)
        .buildSubject();
  }

  private static DefaultSecurityManager sessionless() {
    DefaultSessionStorageEvaluator never = new DefaultSessionStorageEvaluator();
    never.setSessionStorageEnabled(false);
    DefaultSubjectDAO subjects = new DefaultSubjectDAO();
    subjects.setSessionStorageEvaluator(never);
    DefaultSecurityManager manager = new DefaultSecurityManager(new SystemRealm());
    manager.setSubjectDAO(subjects);
    return manager;
  }
}
