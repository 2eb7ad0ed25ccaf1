package org.yuzuri.portal.transfer;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.state.Fault;

/** Makes views of transfers; a tenant's without what tells of the datacenter's inside. */
@Dependent
class TransferPages {

  /** Longest log tail on a page, in characters. */
  static final int TAIL = 20_000;

  private final TransferRepository transfers;
  private final CurrentSubject viewer;
  private final Clock clock;

  @Inject
  TransferPages(TransferRepository transfers, CurrentSubject viewer, Clock clock) {
    this.transfers = transfers;
    this.viewer = viewer;
    this.clock = clock;
  }

  /** With problems and log. */
  TransferView whole(Transfer transfer, Lease lease, Server server) {
    List<TransferView.Problem> problems =
        transfers.problems(transfer.id()).stream()
            .map(problem -> problem.view(viewer.seesAllTenants()))
            .toList();
    return view(transfer, lease, server, problems, tail(transfer.id()));
  }

  /** As a row of a list. */
  TransferView row(Transfer transfer, Lease lease, Server server) {
    return view(transfer, lease, server, List.of(), "");
  }

  private TransferView view(
      Transfer transfer,
      Lease lease,
      Server server,
      List<TransferView.Problem> problems,
      String tail) {
    Instant now = clock.instant();
    TransferStep current = transfer.current();
    boolean hidden = hidesFailure(transfer);
    return new TransferView(
        transfer.id(),
        lease.id(),
        server.id(),
        server.name(),
        lease.virtualAddress().text(),
        transfer.state().name(),
        transfer.state().kind(),
        current.name().name(),
        current.name().waitedFor().name(),
        transfer.startedAt(),
        transfer.endedAt(),
        expectedEnd(transfer, now),
        transfer.beat().phase(),
        transfer.beat().percent(),
        transfer.beat().message(),
        transfer.beat().at(),
        isSilent(transfer, now),
        transfer.problemFault(),
        transfer.problemCode(),
        hidden ? null : transfer.problemDetail(),
        transfer.problemFault() == null ? null : "advice." + transfer.problemFault(),
        transfer.steps().stream().map(step -> step(step, hidden, now)).toList(),
        problems,
        tail);
  }

  private boolean hidesFailure(Transfer transfer) {
    Fault fault = transfer.problemFault();
    return fault != null && fault.isInside() && !viewer.seesAllTenants();
  }

  private static TransferView.Step step(TransferStep step, boolean hidden, Instant now) {
    boolean failed = step.state() == StepState.FAILED || step.state() == StepState.TIMED_OUT;
    StepLimits limits = StepLimits.of(step.name());
    Duration elapsed = elapsed(step, now);
    return new TransferView.Step(
        step.name().name(),
        step.state().name(),
        step.name().waitedFor().name(),
        step.startedAt(),
        step.endedAt(),
        elapsed,
        limits.expected(),
        limits.soft(),
        limits.hard(),
        step.state() == StepState.RUNNING && elapsed.compareTo(limits.soft()) > 0,
        hidden && failed ? "" : step.message());
  }

  private static Duration elapsed(TransferStep step, Instant now) {
    if (step.startedAt() == null) {
      return Duration.ZERO;
    }
    return Duration.between(step.startedAt(), step.endedAt() == null ? now : step.endedAt());
  }

  private static @Nullable Instant expectedEnd(Transfer transfer, Instant now) {
    if (transfer.state().isFinal()) {
      return null;
    }
    Instant end = now;
    for (TransferStep step : transfer.steps()) {
      Duration left = StepLimits.of(step.name()).expected().minus(elapsed(step, now));
      if (!step.state().isFinal() && !left.isNegative()) {
        end = end.plus(left);
      }
    }
    return end;
  }

  private static boolean isSilent(Transfer transfer, Instant now) {
    boolean installing =
        transfer.state() == TransferState.RUNNING && transfer.current().name() == StepName.INSTALL;
    Instant last = transfer.lastBeatAt().orElse(transfer.current().begunAt());
    return installing && now.isAfter(last.plus(StepLimits.SILENCE_SOFT));
  }

  private String tail(long transferId) {
    String log =
        transfers.log(transferId).stream().map(LogChunk::text).collect(Collectors.joining());
    return log.length() <= TAIL ? log : log.substring(log.length() - TAIL);
  }
}
