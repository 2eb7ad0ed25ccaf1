package org.yuzuri.portal.state.row;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** Keeps rows of one kind in the database. */
public abstract class JpaRowStore<T> implements RowStore<T> {

  /** The hint of a query whether it waits for locks of others. */
  protected static final String LOCK_TIMEOUT = "jakarta.persistence.lock.timeout";

  /** Hibernate's word for SKIP LOCKED in that hint; source: its user guide, "Locking", 6.6. */
  protected static final int SKIP_LOCKED = -2;

  @PersistenceContext protected EntityManager em;

  private final Class<T> type;

  protected JpaRowStore(Class<T> type) {
    this.type = type;
  }

  @Override
  public void add(T row) {
    em.persist(row);
  }

  @Override
  public Optional<T> find(long id) {
    return Optional.ofNullable(em.find(type, id));
  }

  @Override
  public Optional<T> findLocked(long id) {
    return RowLock.lock(em, type, id);
  }
}
