package org.yuzuri.portal.wipe;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where wipes and their evidence are kept. */
public interface WipeRepository {

  /** Keeps a new wipe and gives it its id. */
  void add(Wipe wipe);

  /** Keeps evidence. */
  void add(WipeRecord record);

  /** Looks without a lock. */
  Optional<Wipe> find(long id);

  /** Looks and locks the row until the end of the transaction. */
  Optional<Wipe> findLocked(long id);

  /** The open wipe of the server that this lease held. */
  Optional<Long> findOpenOfLease(long leaseId);

  /** The last wipe of this lease's server. */
  Optional<Wipe> findLastOfLease(long leaseId);

  /** Ids of open wipes that are due. */
  List<Long> listDue(Instant now, int limit);

  /** Wipes of a server, newest first. */
  List<Wipe> ofServer(long serverId);

  /** Evidence of a server, newest first. */
  List<WipeRecordView> recordsOf(long serverId);
}
