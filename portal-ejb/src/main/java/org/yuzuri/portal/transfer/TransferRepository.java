package org.yuzuri.portal.transfer;

import java.time.Instant;
import java.util.Optional;

/** Where transfers, their plans, logs and problems are kept. */
public interface TransferRepository {

  /** Keeps a new transfer and gives it its id. */
  void add(Transfer transfer);

  /** Keeps a transfer's plan. */
  void add(TransferPlan plan);

  /** Keeps a piece of a log, unless it came before, and forgets the oldest of what is too much. */
  void add(LogChunk chunk);

  /** Forgets the logs of all leases that were over before this moment; returns how many pieces. */
  int forgetLogsOfLeasesOver(Instant before);

  /** Keeps a problem that was noted beside the steps, unless its transfer has too many already. */
  void add(TransferProblem problem);

  /** How many problems a transfer has. */
  long countProblems(long transferId);

  /** Looks without a lock. */
  Optional<Transfer> find(long id);

  /** The transfer that this run brings about, locked. */
  Optional<Transfer> findLocked(long runId);

  /** The last transfer of a lease, without a lock. */
  Optional<Transfer> findLastOfLease(long leaseId);

  /** The transfer that this boot token is bound to, without a lock. */
  Optional<Transfer> findByToken(String tokenHash);

  /** The plan of a transfer. */
  Optional<TransferPlan> findPlan(long transferId);
}
