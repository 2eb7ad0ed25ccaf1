package org.yuzuri.portal.platform;

import jakarta.persistence.EntityManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.Callable;
import org.hibernate.SessionFactory;

/** The transaction of each thread, and its session. */
final class Transactions {

  private static final ThreadLocal<EntityManager> CURRENT = new ThreadLocal<>();

  private final SessionFactory sessions;
  private final EntityManager ofTheThread =
      (EntityManager)
          Proxy.newProxyInstance(
              Transactions.class.getClassLoader(),
              new Class<?>[] {EntityManager.class},
              (self, method, arguments) -> {
                try {
                  return method.invoke(current(), arguments);
                } catch (InvocationTargetException thrown) {
                  throw thrown.getCause();
                }
              });

  Transactions(SessionFactory sessions) {
    this.sessions = sessions;
  }

  /** The session of whatever transaction the thread is in when it is used. */
  EntityManager entityManager() {
    return ofTheThread;
  }

  /** Runs the work in the thread's transaction, which its failure dooms; in a new one if none. */
  <T> T run(Callable<T> work) throws Exception {
    EntityManager joined = CURRENT.get();
    if (joined == null) {
      return runNew(work);
    }
    boolean done = false;
    try {
      T result = work.call();
      done = true;
      return result;
    } finally {
      if (!done) {
        joined.getTransaction().setRollbackOnly();
      }
    }
  }

  /** Runs the work in a new transaction, which its failure rolls back. */
  <T> T runNew(Callable<T> work) throws Exception {
    EntityManager outer = CURRENT.get();
    EntityManager inner = sessions.createEntityManager();
    CURRENT.set(inner);
    try {
      inner.getTransaction().begin();
      T result = work.call();
      inner.getTransaction().commit();
      return result;
    } finally {
      CURRENT.set(outer);
      if (inner.getTransaction().isActive()) {
        inner.getTransaction().rollback();
      }
      inner.close();
    }
  }

  private EntityManager current() {
    EntityManager em = CURRENT.get();
    if (em == null) {
      throw new IllegalStateException("no transaction is open");
    }
    return em;
  }
}
