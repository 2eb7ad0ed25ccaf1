package org.yuzuri.portal.wipe.step;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.yuzuri.portal.errand.ErrandRunner.Sequence;
import org.yuzuri.portal.lease.LeaseEvent;
import org.yuzuri.portal.run.Moment;
import org.yuzuri.portal.run.Run;
import org.yuzuri.portal.run.RunKind;
import org.yuzuri.portal.run.Situation;
import org.yuzuri.portal.run.step.Step;
import org.yuzuri.portal.run.step.StepVerdict;
import org.yuzuri.portal.server.ServerEvent;
import org.yuzuri.portal.server.ServerState;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.portal.state.event.EventSubject;
import org.yuzuri.portal.wipe.Wipe;
import org.yuzuri.portal.wipe.WipeEnding;
import org.yuzuri.portal.wipe.WipeRepository;

/**
 * The run that takes a server back. Only every disk proven clean, or nothing that ever ran, leads
 * to the pool; whatever else happens keeps the server out of it, without power.
 */
@Dependent
public class WipeKind implements RunKind<Situation> {

  private final WipeRepository wipes;

  /** Wipes kept here. */
  @Inject
  public WipeKind(WipeRepository wipes) {
    this.wipes = wipes;
  }

  @Override
  public String name() {
    return Wipe.KIND;
  }

  @Override
  public List<Step<Situation>> steps() {
    return WipeSteps.TABLE;
  }

  @Override
  public Situation situation(Moment moment) {
    return new Situation(moment);
  }

  @Override
  public EventSubject subject(Run run) {
    return wipe(run).subject();
  }

  private Wipe wipe(Run run) {
    return wipes.findByRun(run.id()).orElseThrow();
  }

  @Override
  public StepVerdict.Fails serverFailed(Run run, String message) {
    return new StepVerdict.Fails(Fault.HARDWARE, "ERASER_FAILED", message);
  }

  @Override
  public String successCode(Run run) {
    return wipe(run).ending().erases() ? "WIPED" : run.current().message();
  }

  @Override
  public void succeeded(Situation now, Cause cause) {
    switch (wipe(now.run()).ending()) {
      case RELEASE -> now.happened(ServerEvent.RELEASE, cause);
      case QUARANTINE -> now.happened(ServerEvent.QUARANTINE, cause);
      case ENROLL -> now.happened(ServerEvent.ENROLL, cause);
      case ERASE, ADMIT -> {
        now.happened(ServerEvent.WIPED, cause);
        WipeSteps.happened(now, LeaseEvent.WIPED, cause);
      }
    }
  }

  @Override
  public void failed(Situation now, Cause cause) {
    if (now.server().state() == ServerState.ISOLATING) {
      now.happened(unless(now, ServerEvent.QUARANTINE), cause);
      WipeSteps.happened(now, LeaseEvent.CUT_OFF_FAILED, cause);
    } else {
      boolean foundOn = cause.code().equals(Situation.FOUND_ON);
      ServerEvent event = foundOn ? ServerEvent.QUARANTINE : ServerEvent.WIPE_NOT_PROVEN;
      now.happened(unless(now, event), cause);
      now.pursue(WipeSteps.withdraw(now), Sequence.TOGETHER, now.now().plus(WipeSteps.CLEAN_UP));
      WipeSteps.happened(now, LeaseEvent.WIPE_FAILED, cause);
    }
  }

  /** A server that is not admitted goes back to where it was: nobody has left anything on it. */
  private ServerEvent unless(Situation now, ServerEvent event) {
    return wipe(now.run()).ending() == WipeEnding.ADMIT ? ServerEvent.ENROLL : event;
  }
}
