package org.yuzuri.portal.state.row;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Locks rows until the end of the transaction. */
public final class RowLock {

  /** What a row is held by that this transaction has only read. */
  private static final Set<LockModeType> ONLY_READ =
      EnumSet.of(LockModeType.NONE, LockModeType.READ, LockModeType.OPTIMISTIC);

  /**
   * The row as it is now, locked.
   *
   * <p>INVARIANT: a row that this transaction has locked, written or made is given as it is.
   * Reading it again would lose what was changed in it meanwhile.
   */
  public static <T> Optional<T> lock(EntityManager em, Class<T> type, long id) {
    T row = em.find(type, id);
    if (row != null && ONLY_READ.contains(em.getLockMode(row))) {
      em.refresh(row, LockModeType.PESSIMISTIC_WRITE);
    }
    return Optional.ofNullable(row);
  }

  private RowLock() {}
}
