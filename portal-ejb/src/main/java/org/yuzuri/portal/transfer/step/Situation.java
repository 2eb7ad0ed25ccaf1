package org.yuzuri.portal.transfer.step;

import java.time.Instant;
import java.util.List;
import org.yuzuri.portal.errand.Errand;
import org.yuzuri.portal.errand.ErrandPlan;
import org.yuzuri.portal.errand.ErrandRunner;
import org.yuzuri.portal.errand.Progress;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.lease.Surroundings;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.site.GatewayFacts;
import org.yuzuri.portal.transfer.Materials;
import org.yuzuri.portal.transfer.Transfer;

/**
 * What a step can see: the transfer, whom it is for, and the world around.
 *
 * @param now the moment of the look
 */
public record Situation(
    Transfer transfer,
    Lease lease,
    Server server,
    Surroundings surroundings,
    Materials materials,
    ErrandRunner errands,
    Instant now) {

  GatewayFacts gateway() {
    return surroundings.gateway(lease);
  }

  long lenderAgent() {
    return surroundings.lenderAgent(lease);
  }

  /** Pursues wishes of the current step; its hard limit is the commands' own. */
  Progress pursue(List<ErrandPlan> plans, ErrandRunner.Order order) {
    return pursue(plans, order, transfer.current().hardLimit());
  }

  /**
   * As above, also for wishes of a later step.
   *
   * @param notAfter end of the commands
   */
  Progress pursue(List<ErrandPlan> plans, ErrandRunner.Order order, Instant notAfter) {
    return errands.pursue(transfer.run(), plans, order, transfer.fence(), notAfter, now);
  }

  /** The verdict of a step that ends when its wishes are reached. */
  StepVerdict ends(Progress progress, String done) {
    if (progress instanceof Progress.AllDone) {
      return new StepVerdict.Done(done);
    }
    if (progress instanceof Progress.Waiting waiting) {
      return new StepVerdict.Waits(waiting.waiting(), waiting.lookAgainAt());
    }
    Progress.Broken broken = (Progress.Broken) progress;
    Errand errand = broken.errand();
    return new StepVerdict.Fails(
        broken.fault(), errand.code(), errand.name() + ": " + errand.detail());
  }
}
