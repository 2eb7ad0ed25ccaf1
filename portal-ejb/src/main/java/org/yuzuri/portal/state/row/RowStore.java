package org.yuzuri.portal.state.row;

import java.util.Optional;

/**
 * Where rows of one kind are kept. Of those that a tenant owns it sees the current subject's only.
 */
public interface RowStore<T> {

  /** Keeps a new one and gives it its id. */
  void add(T row);

  /** Looks without a lock. */
  Optional<T> find(long id);

  /** Looks and locks the row until the end of the transaction. */
  Optional<T> findLocked(long id);
}
