package org.yuzuri.portal.server;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yuzuri.portal.server.entry.Identity;
import org.yuzuri.portal.server.entry.ServerEntry;
import org.yuzuri.portal.state.row.RowStore;

/** Where servers are kept. */
public interface ServerRepository extends RowStore<Server>, EntryCheck.Others {

  /** The servers with these ids, in any order. */
  List<Server> list(Set<Long> ids);

  /** All that were not retired, by their ids. */
  List<Server> listKept();

  /** Up to {@code count} of a site that were not retired, by their ids. */
  List<Server> listKeptOfSite(long agentId, int count);

  /** The server of this name. */
  @Override
  Optional<Server> findByName(String name);

  /**
   * Locks up to {@code count} free servers of an offer, skipping those that another transaction is
   * about to take.
   */
  List<Server> lockFree(long offerId, int count);

  /** Other servers with the entry's card, or with an address or a disk of it at its site. */
  @Override
  List<Server> listSharing(long id, ServerEntry entry);

  /** Up to {@code count} free servers of an offer, without a lock. */
  List<Server> listFree(long offerId, int count);

  /** How many servers of an offer are free now. */
  int countFree(long offerId);

  /** How many servers of an offer are known by this, lent ones too; not those retired for good. */
  int countOfPool(long offerId, Identity identity);
}
