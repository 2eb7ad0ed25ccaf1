package org.yuzuri.portal.transfer;

import java.time.Instant;
import java.util.List;
import org.yuzuri.portal.run.view.RunView;

/**
 * A transfer, as its page shows it.
 *
 * @param run its steps and how far they are
 * @param problems what should not have happened beside the steps
 * @param logTail the end of the installer's log
 */
public record TransferView(
    long id,
    long leaseId,
    long serverId,
    String serverName,
    String virtualAddress,
    RunView run,
    List<Problem> problems,
    String logTail) {

  /** Something that should not have happened beside the steps. */
  public record Problem(Instant at, TransferNote code, String detail) {}

  /** Whether it has failed and matters of security were noticed: they may be why. */
  public boolean wasDisturbed() {
    return run.failure() != null
        && problems.stream().anyMatch(problem -> problem.code().isSecurity());
  }

  /** Whether it may be called off now. */
  public boolean mayCancel() {
    return run.isRunning();
  }
}
