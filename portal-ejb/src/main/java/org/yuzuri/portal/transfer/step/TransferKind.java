package org.yuzuri.portal.transfer.step;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.lease.LeaseEvent;
import org.yuzuri.portal.run.Moment;
import org.yuzuri.portal.run.Run;
import org.yuzuri.portal.run.RunKind;
import org.yuzuri.portal.run.step.Step;
import org.yuzuri.portal.run.step.StepVerdict;
import org.yuzuri.portal.server.ServerEvent;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.state.event.EventSubject;
import org.yuzuri.portal.transfer.Transfer;
import org.yuzuri.portal.transfer.TransferRepository;
import org.yuzuri.portal.transfer.boot.Materials;
import org.yuzuri.portal.wipe.WipeEnding;
import org.yuzuri.portal.wipe.Wipes;

/**
 * The run that moves a tenant's system onto a server; a server that does not get there is wiped.
 */
@Dependent
public class TransferKind implements RunKind<TransferSituation> {

  private final TransferRepository transfers;
  private final Materials materials;
  private final Wipes wipes;

  /** Transfers kept here. */
  @Inject
  public TransferKind(TransferRepository transfers, Materials materials, Wipes wipes) {
    this.transfers = transfers;
    this.materials = materials;
    this.wipes = wipes;
  }

  @Override
  public String name() {
    return Transfer.KIND;
  }

  @Override
  public List<Step<TransferSituation>> steps() {
    return TransferSteps.TABLE;
  }

  @Override
  public TransferSituation situation(Moment moment) {
    return new TransferSituation(moment, transfer(moment.locked().run()), materials);
  }

  @Override
  public EventSubject subject(Run run) {
    return transfer(run).subject();
  }

  private Transfer transfer(Run run) {
    return transfers.findLocked(run.id()).orElseThrow();
  }

  @Override
  public StepVerdict.Fails serverFailed(Run run, String message) {
    return TransferFailure.ofInstaller(run.beat().phase(), message);
  }

  @Override
  public String successCode(Run run) {
    return "HANDED_OVER";
  }

  @Override
  public void succeeded(TransferSituation now, Cause cause) {
    now.transfer().killToken();
    now.happened(ServerEvent.HAND_OVER, cause);
    now.happened(LeaseEvent.HAND_OVER, cause);
    now.leases().grantsHold(now.lease(), now.grants().productionEnd());
  }

  @Override
  public void failed(TransferSituation now, Cause cause) {
    now.transfer().killToken();
    now.happened(LeaseEvent.START_FAILED, cause);
    wipes.begin(now.lease(), endingAfter(now, cause), cause);
  }

  /** Untouched, a server that nothing speaks against needs no wipe. */
  private static WipeEnding endingAfter(TransferSituation now, Cause cause) {
    return switch (TransferFailure.after(now.transfer().currentStep(), cause)) {
      case QUARANTINE -> WipeEnding.QUARANTINE;
      case BACK_TO_THE_POOL -> takenBack(now.lease());
    };
  }

  private static WipeEnding takenBack(Lease lease) {
    return lease.isTouched() ? WipeEnding.ERASE : WipeEnding.RELEASE;
  }

  @Override
  public void cancelled(TransferSituation now, Cause cause) {
    now.transfer().killToken();
    wipes.begin(now.lease(), takenBack(now.lease()), cause);
  }
}
