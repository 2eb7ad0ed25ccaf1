package org.yuzuri.portal.run;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.errand.ErrandRunner;
import org.yuzuri.portal.lease.Leases;
import org.yuzuri.portal.run.state.RunEvent;
import org.yuzuri.portal.run.step.RunStep;
import org.yuzuri.portal.run.step.Step;
import org.yuzuri.portal.run.step.StepEvent;
import org.yuzuri.portal.run.step.StepVerdict;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.server.Servers;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.portal.state.event.EventLog;

/**
 * The only code that moves a run and its steps. Idempotent: called at every report and every tick,
 * it looks at the evidence of the current step and goes on as far as it can. Transaction: the
 * caller's, with the run locked.
 */
@Dependent
public class RunEngine {

  private static final Duration TICK = Duration.ofSeconds(10);
  private static final Duration AFTER_A_STUMBLE = Duration.ofSeconds(30);

  private final RunKinds kinds;
  private final Servers servers;
  private final Leases leases;
  private final ErrandRunner errands;
  private final Surroundings surroundings;
  private final EventLog events;
  private final Clock clock;

  /** An engine for these kinds of run. */
  @Inject
  public RunEngine(
      RunKinds kinds,
      Servers servers,
      Leases leases,
      ErrandRunner errands,
      Surroundings surroundings,
      EventLog events,
      Clock clock) {
    this.kinds = kinds;
    this.servers = servers;
    this.leases = leases;
    this.errands = errands;
    this.surroundings = surroundings;
    this.events = events;
    this.clock = clock;
  }

  /** Goes on as far as the evidence allows; not at all while servers are left alone. */
  public void advance(LockedRun locked) {
    if (!servers.areLeftAlone()) {
      advance(kinds.of(locked.run()), locked);
    }
  }

  /** Ends a run whose server is in doubt, and does nothing else: nobody knows who has it. */
  public void abandon(LockedRun locked, Cause cause) {
    Run run = locked.run();
    events.append(kinds.of(run).subject(run), run.end(RunEvent.CANCEL, StepEvent.SKIP, cause));
  }

  /** Ends a running run as failed; one that is over stays as it is. */
  public void fail(LockedRun locked, StepVerdict.Fails why) {
    if (locked.run().isRunning()) {
      fail(kinds.of(locked.run()), locked, StepEvent.FAIL, why);
    }
  }

  /** Calls a running run off; one that is over stays as it is. */
  public void cancel(LockedRun locked, Cause cause) {
    if (locked.run().isRunning()) {
      cancel(kinds.of(locked.run()), locked, cause);
    }
  }

  /** The portal itself failed at it: puts it off, and ends it when the step's time is over. */
  public void stumbled(LockedRun locked) {
    Run run = locked.run();
    if (run.isRunning() && !servers.areLeftAlone()) {
      stumbled(kinds.of(run), locked);
    }
  }

  /** Pages that show the run look again: its own, and those of its lease. */
  void touch(LockedRun locked) {
    events.touch(kinds.of(locked.run()).subject(locked.run()));
    if (locked.lease() != null) {
      events.touch(locked.lease().subject());
    }
  }

  /** Keeps in the history of the run's server what moves nothing. */
  void note(LockedRun locked, String code, String detail) {
    Run run = locked.run();
    Cause cause = new Cause(self(kinds.of(run)), clock.instant(), code, detail, null);
    servers.noted(run.serverId(), cause);
    touch(locked);
  }

  /** The server says that it has failed. */
  void serverFailed(LockedRun locked, String message) {
    fail(locked, kinds.of(locked.run()).serverFailed(locked.run(), message));
  }

  private <S extends Situation> void advance(RunKind<S> kind, LockedRun locked) {
    while (locked.run().isRunning() && goesOn(kind, locked)) {
      touch(locked);
    }
  }

  /** Looks at the current step; true when it ended and the next has begun. */
  private <S extends Situation> boolean goesOn(RunKind<S> kind, LockedRun locked) {
    S now = situation(kind, locked);
    Step<S> step = RunKinds.step(kind, locked.run().current());
    StepVerdict verdict = step.rule().look(now);
    if (verdict instanceof StepVerdict.Done done) {
      return finished(kind, locked, done.message());
    }
    if (verdict instanceof StepVerdict.Fails fails) {
      fail(kind, locked, StepEvent.FAIL, fails);
      return false;
    }
    StepVerdict.Waits waits = (StepVerdict.Waits) verdict;
    if (now.now().isBefore(now.hardLimit())) {
      waits(locked.run(), waits, now);
    } else {
      Fault fault = waits.whose() != null ? waits.whose() : step.rule().faultWhenTooSlow(now);
      String code = "TOO_SLOW_" + step.name();
      fail(kind, locked, StepEvent.TIME_OUT, new StepVerdict.Fails(fault, code, waits.message()));
    }
    return false;
  }

  private static void waits(Run run, StepVerdict.Waits waits, Situation now) {
    run.current().say(waits.message());
    Instant soonest = earlier(now.now().plus(TICK), now.hardLimit());
    run.runAgainAt(earlier(soonest, waits.lookAgainAt()));
  }

  private static Instant earlier(Instant one, @Nullable Instant other) {
    return other != null && other.isBefore(one) ? other : one;
  }

  private <S extends Situation> boolean finished(
      RunKind<S> kind, LockedRun locked, String message) {
    Run run = locked.run();
    RunStep done = run.current();
    Cause cause = Cause.of(self(kind), clock.instant(), "STEP_" + done.name());
    S now = situation(kind, locked);
    done.say(message);
    RunKinds.step(kind, done).rule().succeeded(now, cause);
    if (!run.completeStep(cause)) {
      succeed(kind, locked);
      return false;
    }
    RunKinds.step(kind, run.current()).rule().begins(situation(kind, locked), cause);
    return true;
  }

  private <S extends Situation> void succeed(RunKind<S> kind, LockedRun locked) {
    Run run = locked.run();
    Cause cause = Cause.of(self(kind), clock.instant(), kind.successCode(locked.run()));
    S now = situation(kind, locked);
    events.append(kind.subject(run), run.end(RunEvent.SUCCEED, StepEvent.SUCCEED, cause));
    kind.succeeded(now, cause);
  }

  private <S extends Situation> void fail(
      RunKind<S> kind, LockedRun locked, StepEvent how, StepVerdict.Fails why) {
    Run run = locked.run();
    Cause cause = Cause.failure(self(kind), clock.instant(), why.fault(), why.code(), why.detail());
    S now = situation(kind, locked);
    run.current().say(why.detail());
    events.append(kind.subject(run), run.end(RunEvent.FAIL, how, cause));
    kind.failed(now, cause);
  }

  private <S extends Situation> void cancel(RunKind<S> kind, LockedRun locked, Cause cause) {
    Run run = locked.run();
    S now = situation(kind, locked);
    events.append(kind.subject(run), run.end(RunEvent.CANCEL, StepEvent.SKIP, cause));
    kind.cancelled(now, cause);
  }

  private <S extends Situation> void stumbled(RunKind<S> kind, LockedRun locked) {
    Run run = locked.run();
    Instant now = clock.instant();
    run.current().say("PORTAL_ERROR");
    run.runAgainAt(now.plus(AFTER_A_STUMBLE));
    if (!now.isBefore(hardLimit(kind, run))) {
      StepVerdict.Fails portal =
          new StepVerdict.Fails(Fault.LENDER, "PORTAL_ERROR", run.current().name());
      fail(kind, locked, StepEvent.TIME_OUT, portal);
    }
  }

  private <S extends Situation> S situation(RunKind<S> kind, LockedRun locked) {
    Run run = locked.run();
    return kind.situation(
        new Moment(
            locked,
            servers.server(run.serverId()),
            servers,
            leases,
            surroundings,
            errands,
            hardLimit(kind, run),
            clock.instant()));
  }

  private <S extends Situation> Instant hardLimit(RunKind<S> kind, Run run) {
    RunStep current = run.current();
    Server server = servers.server(run.serverId());
    return current.begunAt().plus(RunKinds.step(kind, current).limits(server).hard());
  }

  private static Actor self(RunKind<?> kind) {
    return Actor.system(kind.name().toLowerCase(Locale.ROOT));
  }
}
