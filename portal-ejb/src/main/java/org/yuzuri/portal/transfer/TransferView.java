package org.yuzuri.portal.transfer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.portal.state.Kind;

/**
 * A transfer, as its page shows it: never a bare "failed".
 *
 * @param state name of the {@link TransferState}; text {@code transfer.state.NAME}
 * @param step name of the step that runs, or ran last
 * @param waitedFor whom that step waits for: LENDER, TENANT_GATEWAY, SERVER, TENANT or PORTAL
 * @param expectedEnd when it should be over, or null when it is
 * @param phase what the installer said last, in its own word, or null
 * @param percent of the phase, or null when unknown
 * @param silent whether the installer has said nothing for longer than it should
 * @param fault whose matter the failure is, or null
 * @param problemCode text {@code reason.CODE}, or null
 * @param advice key of the text that says what to do, {@code advice.FAULT}, or null
 */
public record TransferView(
    long id,
    long leaseId,
    long serverId,
    String serverName,
    String virtualAddress,
    String state,
    Kind kind,
    String step,
    String waitedFor,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Instant expectedEnd,
    @Nullable String phase,
    @Nullable Integer percent,
    @Nullable String lastMessage,
    @Nullable Instant lastBeatAt,
    boolean silent,
    @Nullable Fault fault,
    @Nullable String problemCode,
    @Nullable String problemDetail,
    @Nullable String advice,
    List<Step> steps,
    List<Problem> problems,
    String logTail) {

  /**
   * One step.
   *
   * @param name text {@code step.NAME}
   * @param state PENDING, RUNNING, SUCCEEDED, FAILED, SKIPPED or TIMED_OUT
   * @param waitedFor whom it waits for
   * @param startedAt null before its turn
   * @param elapsed until its end, or until now; zero before its turn
   * @param expected how long it usually takes
   * @param soft shown as late after this
   * @param hard ended as failed after this
   * @param late whether it runs longer than the soft limit
   * @param message the last thing learned; a name of what is waited for, or words
   */
  public record Step(
      String name,
      String state,
      String waitedFor,
      @Nullable Instant startedAt,
      @Nullable Instant endedAt,
      Duration elapsed,
      Duration expected,
      Duration soft,
      Duration hard,
      boolean late,
      String message) {}

  /** Something that should not have happened beside the steps; text {@code problem.CODE}. */
  public record Problem(Instant at, String code, String detail) {}

  /** Whether it may be called off now. */
  public boolean mayCancel() {
    return kind == Kind.WORKING;
  }
}
