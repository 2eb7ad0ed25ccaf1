package org.yuzuri.portal.transfer.step;

import org.yuzuri.portal.run.step.StepRule;
import org.yuzuri.portal.run.step.StepVerdict;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.portal.transfer.Evidence;

/**
 * The server boots from the network. Fetching nothing at all speaks against its firmware; fetching
 * the script and not the whole of the tenant's files does not.
 *
 * @param files ends when every file was fetched
 */
record BootSeenRule(StepRule<TransferSituation> files) implements StepRule<TransferSituation> {

  @Override
  public StepVerdict look(TransferSituation now) {
    return files.look(now);
  }

  @Override
  public Fault faultWhenTooSlow(TransferSituation now) {
    return now.hasSeen(Evidence.SCRIPT_FETCHED)
        ? TransferFailure.NOT_LOADED.fault()
        : files.faultWhenTooSlow(now);
  }
}
