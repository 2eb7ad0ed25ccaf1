package org.yuzuri.portal.transfer.step;

import java.util.List;
import org.yuzuri.portal.errand.ErrandRunner.Sequence;
import org.yuzuri.portal.errand.Progress;
import org.yuzuri.portal.run.rule.ListenRule;
import org.yuzuri.portal.run.step.StepRule;
import org.yuzuri.portal.run.step.StepVerdict;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.portal.transfer.Evidence;
import org.yuzuri.wire.value.TunnelPurpose;

/**
 * The installer at work. When the server has asked for the certificate of its production tunnel,
 * the gateway is made ready for that tunnel meanwhile.
 */
final class InstallRule implements StepRule<TransferSituation> {

  private static final StepRule<TransferSituation> INSTALLER =
      new ListenRule<>(
          Evidence.BEAT_INSTALLED.name(),
          TransferFailure.NOT_INSTALLED.fault(),
          TransferFailure.INSTALLER_SILENT.fault(),
          "INSTALLER_SILENT");

  @Override
  public StepVerdict look(TransferSituation now) {
    if (now.hasSeen(Evidence.PRODUCTION_CERTIFICATE)) {
      Progress tunnel =
          now.pursue(
              List.of(now.transferWishes().tunnel(TunnelPurpose.PRODUCTION)), Sequence.TOGETHER);
      if (tunnel instanceof Progress.Broken) {
        return now.ends(tunnel, "");
      }
    }
    return INSTALLER.look(now);
  }

  @Override
  public boolean listens() {
    return INSTALLER.listens();
  }

  @Override
  public Fault faultWhenTooSlow(TransferSituation now) {
    return INSTALLER.faultWhenTooSlow(now);
  }
}
