package org.yuzuri.portal.transfer.step;

import org.yuzuri.portal.run.step.StepRule;
import org.yuzuri.portal.run.step.StepVerdict;
import org.yuzuri.portal.server.entry.Identity;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.portal.transfer.Evidence;

/**
 * The server's throw-away key is certified. Of a server that is known by its console, the key has
 * to be seen there first, which nobody but its own BMC can say.
 */
final class KeyRule implements StepRule<TransferSituation> {

  @Override
  public StepVerdict look(TransferSituation now) {
    if (now.hasSeen(Evidence.INSTALL_CERTIFICATE)) {
      return new StepVerdict.Done(Evidence.INSTALL_CERTIFICATE.name());
    }
    boolean waitsForKey =
        now.server().identity() == Identity.CONSOLE && !now.hasSeen(Evidence.KEY_SEEN);
    Evidence missing = waitsForKey ? Evidence.KEY_SEEN : Evidence.INSTALL_CERTIFICATE;
    return new StepVerdict.Waits(missing.name(), null);
  }

  @Override
  public Fault faultWhenTooSlow(TransferSituation now) {
    return TransferFailure.NO_KEY.fault();
  }
}
