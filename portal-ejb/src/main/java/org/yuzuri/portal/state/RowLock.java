package org.yuzuri.portal.state;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;

/** Locks rows until the end of the transaction. */
public final class RowLock {

  /**
   * The row as it is now, locked. A row that this transaction has locked already is given as it is:
   * reading it again would lose what was changed in it meanwhile.
   */
  public static <T> Optional<T> lock(EntityManager em, Class<T> type, long id) {
    T row = em.find(type, id);
    if (row != null && em.getLockMode(row) != LockModeType.PESSIMISTIC_WRITE) {
      em.refresh(row, LockModeType.PESSIMISTIC_WRITE);
    }
    return Optional.ofNullable(row);
  }

  private RowLock() {}
}
