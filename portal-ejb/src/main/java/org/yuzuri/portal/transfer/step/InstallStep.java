package org.yuzuri.portal.transfer.step;

import java.time.Instant;
import java.util.List;
import org.yuzuri.portal.errand.ErrandRunner.Order;
import org.yuzuri.portal.errand.Progress;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.portal.transfer.Evidence;
import org.yuzuri.portal.transfer.StepLimits;
import org.yuzuri.wire.value.TunnelPurpose;

/**
 * The installer at work. Silence longer than the limit is a failure. When the server has asked for
 * the certificate of its production tunnel, the gateway is made ready for that tunnel meanwhile.
 */
final class InstallStep implements StepRule {

  @Override
  public StepVerdict look(Situation now) {
    if (now.transfer().hasSeen(Evidence.PRODUCTION_CERTIFICATE)) {
      Progress tunnel =
          now.pursue(List.of(new Commands(now).tunnel(TunnelPurpose.PRODUCTION)), Order.TOGETHER);
      if (tunnel instanceof Progress.Broken) {
        return now.ends(tunnel, "");
      }
    }
    if (now.transfer().hasSeen(Evidence.INSTALLED)) {
      return new StepVerdict.Done(Evidence.INSTALLED.name());
    }
    Instant dead = lastSign(now).plus(StepLimits.SILENCE_HARD);
    if (!now.now().isBefore(dead)) {
      return new StepVerdict.Fails(Fault.UNKNOWN, "INSTALLER_SILENT", "since " + lastSign(now));
    }
    return new StepVerdict.Waits(now.transfer().lastMessage(), dead);
  }

  private static Instant lastSign(Situation now) {
    Instant begin = now.transfer().current().begunAt();
    return now.transfer().lastBeatAt().filter(beat -> beat.isAfter(begin)).orElse(begin);
  }

  @Override
  public Fault faultWhenTooSlow(Situation now) {
    return Fault.TENANT;
  }
}
