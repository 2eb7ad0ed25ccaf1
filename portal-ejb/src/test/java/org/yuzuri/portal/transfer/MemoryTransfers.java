package org.yuzuri.portal.transfer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.yuzuri.portal.state.TestIds;

/** Transfers in memory, with their book of problems. */
public final class MemoryTransfers implements TransferRepository, ProblemBook {

  private final List<LogChunk> logs = new ArrayList<>();
  private final Map<Long, Transfer> transfers = new TreeMap<>();
  private final Map<Long, TransferPlan> plans = new TreeMap<>();
  private final List<TransferProblem> problems = new ArrayList<>();

  @Override
  public void add(Transfer transfer) {
    long id = transfers.size() + 1L;
    TestIds.give(transfer, id);
    transfers.put(id, transfer);
  }

  @Override
  public void add(TransferPlan plan) {
    plans.put(plan.transferId(), plan);
  }

  @Override
  public void add(TransferProblem problem) {
    if (countProblems(problem.transferId()) < TransferProblem.MOST) {
      problems.add(problem);
    }
  }

  @Override
  public long countProblems(long transferId) {
    return problems.stream().filter(problem -> problem.transferId() == transferId).count();
  }

  @Override
  public void add(LogChunk chunk) {
    logs.add(chunk);
  }

  @Override
  public int forgetLogsOfLeasesOver(Instant before) {
    return 0; // It keeps none.
  }

  @Override
  public Optional<Transfer> find(long id) {
    return Optional.ofNullable(transfers.get(id));
  }

  @Override
  public Optional<Transfer> findLocked(long runId) {
    return transfers.values().stream().filter(transfer -> transfer.run().id() == runId).findFirst();
  }

  @Override
  public Optional<Transfer> findLastOfLease(long leaseId) {
    return transfers.values().stream()
        .filter(transfer -> transfer.leaseId() == leaseId)
        .max(Comparator.comparingLong(Transfer::id));
  }

  @Override
  public Optional<Transfer> findByToken(String tokenHash) {
    return transfers.values().stream()
        .filter(transfer -> transfer.token().has(tokenHash))
        .findFirst();
  }

  @Override
  public Optional<TransferPlan> findPlan(long transferId) {
    return Optional.ofNullable(plans.get(transferId));
  }

  @Override
  public void note(long tenantId, long transferId, TransferNote note, String detail) {
    add(new TransferProblem(tenantId, transferId, Instant.EPOCH, note, detail));
  }

  /** Codes of the problems noted, oldest first. */
  public List<LogChunk> logs() {
    return List.copyOf(logs);
  }

  public List<String> problemCodes() {
    return problems.stream().map(problem -> problem.view(true).code().name()).toList();
  }
}
