package org.yuzuri.portal.transfer;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.agent.ReportingAgent;
import org.yuzuri.portal.errand.ErrandRunner;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.lease.LeaseEvent;
import org.yuzuri.portal.lease.Leases;
import org.yuzuri.portal.lease.Surroundings;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.server.ServerEvent;
import org.yuzuri.portal.server.Servers;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.state.EventLog;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.portal.transfer.step.Situation;
import org.yuzuri.portal.transfer.step.StepRule;
import org.yuzuri.portal.transfer.step.StepRules;
import org.yuzuri.portal.transfer.step.StepVerdict;
import org.yuzuri.portal.wipe.WipeEnding;
import org.yuzuri.portal.wipe.Wipes;

/**
 * The only code that moves a transfer and its steps. Idempotent: called at every report and every
 * tick, it looks at the evidence of the current step and goes on as far as it can. Transaction: the
 * caller's, with the lease's row locked.
 */
@Dependent
public class TransferEngine {

  private static final Actor SELF = Actor.system("transfer");
  private static final Duration TICK = Duration.ofSeconds(10);
  private static final Duration AFTER_A_STUMBLE = Duration.ofSeconds(30);

  private final Servers servers;
  private final Leases leases;
  private final Wipes wipes;
  private final ErrandRunner errands;
  private final Surroundings surroundings;
  private final Materials materials;
  private final EventLog events;
  private final Clock clock;

  /** An engine over these collaborators. */
  @Inject
  public TransferEngine(
      Servers servers,
      Leases leases,
      Wipes wipes,
      ErrandRunner errands,
      Surroundings surroundings,
      Materials materials,
      EventLog events,
      Clock clock) {
    this.servers = servers;
    this.leases = leases;
    this.wipes = wipes;
    this.errands = errands;
    this.surroundings = surroundings;
    this.materials = materials;
    this.events = events;
    this.clock = clock;
  }

  /** Goes on as far as the evidence allows. */
  public void advance(Lease lease, Transfer transfer) {
    while (transfer.state() == TransferState.RUNNING && goesOn(lease, transfer)) {
      events.touch(transfer.subject());
    }
  }

  /** Looks at the current step; true when it ended and the next has begun. */
  private boolean goesOn(Lease lease, Transfer transfer) {
    Instant now = clock.instant();
    TransferStep step = transfer.current();
    StepRule rule = StepRules.of(step.name());
    Situation situation =
        new Situation(
            transfer,
            lease,
            servers.server(transfer.serverId()),
            surroundings,
            materials,
            errands,
            now);
    StepVerdict verdict = rule.look(situation);
    if (verdict instanceof StepVerdict.Done done) {
      return finished(lease, transfer, done.message());
    }
    if (verdict instanceof StepVerdict.Fails fails) {
      fail(lease, transfer, StepEvent.FAIL, fails);
    } else if (now.isBefore(step.hardLimit())) {
      waits(transfer, (StepVerdict.Waits) verdict, now);
    } else {
      String missing = ((StepVerdict.Waits) verdict).message();
      StepVerdict.Fails late =
          new StepVerdict.Fails(
              rule.faultWhenTooSlow(situation), "TOO_SLOW_" + step.name(), missing);
      fail(lease, transfer, StepEvent.TIME_OUT, late);
    }
    return false;
  }

  private void waits(Transfer transfer, StepVerdict.Waits waits, Instant now) {
    transfer.current().say(waits.message());
    Instant tick = now.plus(TICK);
    Instant soonest = earlier(tick, transfer.current().hardLimit());
    transfer.runAgainAt(earlier(soonest, waits.lookAgainAt()));
  }

  private static Instant earlier(Instant one, @Nullable Instant other) {
    return other != null && other.isBefore(one) ? other : one;
  }

  private boolean finished(Lease lease, Transfer transfer, String message) {
    Cause cause = Cause.of(SELF, clock.instant(), "STEP_" + transfer.current().name());
    TransferStep step = transfer.current();
    step.say(message);
    step.apply(StepEvent.SUCCEED, cause);
    Optional<StepName> next = step.name().next();
    if (next.isEmpty()) {
      handedOver(lease, transfer);
      return false;
    }
    entering(next.get(), lease, transfer, cause);
    transfer.step(next.get()).apply(StepEvent.START, cause);
    return true;
  }

  private void entering(StepName next, Lease lease, Transfer transfer, Cause cause) {
    if (next == StepName.POWER_ON) {
      // From here on the tenant's system may run: the server is not clean any more.
      leases.touch(lease, cause.at());
      servers.happened(transfer.serverId(), ServerEvent.PROVISION, cause);
    }
    if (next == StepName.REBOOT) {
      transfer.token().kill();
    }
  }

  private void handedOver(Lease lease, Transfer transfer) {
    Cause cause = Cause.of(SELF, clock.instant(), "HANDED_OVER");
    events.append(transfer.subject(), transfer.apply(TransferEvent.SUCCEED, cause));
    servers.happened(transfer.serverId(), ServerEvent.HAND_OVER, cause);
    leases.happened(lease, LeaseEvent.HAND_OVER, cause);
  }

  /**
   * The lease with its row locked, for what this daemon reports about it.
   *
   * @throws ProblemException the daemon does not serve the lease; said as if there were none
   */
  Lease locked(ReportingAgent from, long leaseId) {
    Lease lease = leases.locked(leaseId);
    if (!surroundings.isServedBy(from, lease)) {
      throw ProblemException.notFound("lease", leaseId);
    }
    return lease;
  }

  /** The portal itself failed at it: puts it off, and ends it when the step's time is over. */
  public void stumbled(Lease lease, Transfer transfer) {
    Instant now = clock.instant();
    if (transfer.state() == TransferState.RUNNING) {
      transfer.current().say("PORTAL_ERROR");
      transfer.runAgainAt(now.plus(AFTER_A_STUMBLE));
      if (!now.isBefore(transfer.current().hardLimit())) {
        String step = transfer.current().name().name();
        fail(
            lease,
            transfer,
            StepEvent.TIME_OUT,
            new StepVerdict.Fails(Fault.LENDER, "PORTAL_ERROR", step));
      }
    }
  }

  /** Ends a running transfer as failed, and begins to take the server back. */
  public void fail(Lease lease, Transfer transfer, StepEvent how, StepVerdict.Fails why) {
    Cause cause = Cause.failure(SELF, clock.instant(), why.fault(), why.code(), why.detail());
    transfer.current().say(why.detail());
    end(transfer, how, TransferEvent.FAIL, cause);
    leases.happened(lease, LeaseEvent.START_FAILED, cause);
    wipes.begin(lease, endingAfter(lease, why.fault()), cause);
  }

  /**
   * What becomes of the server: one that the tenant's own matter stopped is lent again after a
   * wipe; one that may be at fault itself waits for an operator. Untouched, it needs no wipe.
   */
  private static WipeEnding endingAfter(Lease lease, Fault fault) {
    boolean suspect = fault == Fault.LENDER || fault == Fault.HARDWARE;
    if (!lease.isTouched()) {
      return suspect ? WipeEnding.QUARANTINE : WipeEnding.RELEASE;
    }
    return fault == Fault.TENANT ? WipeEnding.ERASE : WipeEnding.QUARANTINE;
  }

  /** Ends a transfer since its lease was called off; a transfer that is over stays as it is. */
  void cancel(Lease lease, Transfer transfer, Cause cause) {
    if (transfer.state() == TransferState.RUNNING) {
      end(transfer, StepEvent.SKIP, TransferEvent.CANCEL, cause);
      wipes.begin(lease, lease.isTouched() ? WipeEnding.ERASE : WipeEnding.RELEASE, cause);
    }
  }

  private void end(Transfer transfer, StepEvent current, TransferEvent event, Cause cause) {
    transfer.current().apply(current, cause);
    for (TransferStep step : transfer.steps()) {
      if (!step.state().isFinal()) {
        step.apply(StepEvent.SKIP, cause);
      }
    }
    events.append(transfer.subject(), transfer.apply(event, cause));
  }
}
