package org.yuzuri.portal.wipe;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.agent.ReportingAgent;
import org.yuzuri.portal.errand.ErrandPlan;
import org.yuzuri.portal.errand.ErrandRunner;
import org.yuzuri.portal.errand.ErrandRunner.Order;
import org.yuzuri.portal.errand.Progress;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.lease.LeaseEvent;
import org.yuzuri.portal.lease.LeaseState;
import org.yuzuri.portal.lease.Leases;
import org.yuzuri.portal.lease.Surroundings;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.server.ServerEvent;
import org.yuzuri.portal.server.ServerState;
import org.yuzuri.portal.server.Servers;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.state.EventLog;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.wire.report.Erased;

/**
 * The only code that moves a wipe. Idempotent: called at every report and every tick, it looks at
 * what has come in and does what is next. Transaction: the caller's, with the lease's row locked,
 * in the portal's own session.
 */
@Dependent
public class WipeEngine {

  private static final Actor SELF = Actor.system("wipe");
  private static final Duration TICK = Duration.ofSeconds(10);
  private static final Duration AFTER_A_STUMBLE = Duration.ofSeconds(30);

  private final WipeRepository wipes;
  private final Servers servers;
  private final Leases leases;
  private final ErrandRunner errands;
  private final Surroundings surroundings;
  private final EventLog events;
  private final Clock clock;

  /** An engine over these collaborators. */
  @Inject
  public WipeEngine(
      WipeRepository wipes,
      Servers servers,
      Leases leases,
      ErrandRunner errands,
      Surroundings surroundings,
      EventLog events,
      Clock clock) {
    this.wipes = wipes;
    this.servers = servers;
    this.leases = leases;
    this.errands = errands;
    this.surroundings = surroundings;
    this.events = events;
    this.clock = clock;
  }

  /** Does what is next for an open wipe. */
  public void advance(Lease lease, Wipe wipe) {
    if (wipe.state().isFinal()) {
      return;
    }
    Instant now = clock.instant();
    Instant hardLimit = wipe.stateSince().plus(WipeLimits.of(wipe.state()).hard());
    wipe.runAgainAt(now.plus(TICK));
    switch (wipe.state()) {
      case CUTTING_OFF -> cutOff(lease, wipe, now);
      case STAGING -> stage(lease, wipe, hardLimit, now);
      case ERASING -> watch(lease, wipe, now);
      case WITHDRAWING -> withdraw(lease, wipe, hardLimit, now);
      default -> throw new IllegalStateException("wipe " + wipe.id() + ": " + wipe.state());
    }
    if (!wipe.state().isFinal() && !now.isBefore(hardLimit)) {
      fail(lease, wipe, Fault.LENDER, "WIPE_TOO_SLOW", wipe.state().name());
    }
  }

  private void cutOff(Lease lease, Wipe wipe, Instant now) {
    Instant late = now.plus(WipeLimits.CLEAN_UP);
    Server server = servers.locked(wipe.serverId());
    List<ErrandPlan> lender = CutOff.atLender(server, surroundings.lenderAgent(lease));
    Progress atLender = errands.pursue(wipe.run(), lender, Order.TOGETHER, wipe.fence(), late, now);
    Progress atGateway =
        errands.pursue(wipe.run(), gateway(lease), Order.TOGETHER, wipe.fence(), late, now);
    if (atLender instanceof Progress.Broken broken) {
      fail(lease, wipe, broken.fault(), broken.errand().code(), broken.errand().detail());
    } else if (atLender instanceof Progress.AllDone && settled(atGateway, wipe, now)) {
      isCutOff(lease, wipe, atGateway);
    }
  }

  private List<ErrandPlan> gateway(Lease lease) {
    return CutOff.atGateway(
        surroundings.gateway(lease).agentId(), () -> surroundings.revokeCertificates(lease));
  }

  /**
   * A tenant cannot hold up its own cut-off: without power and grants there is nothing to reach.
   */
  private static boolean settled(Progress atGateway, Wipe wipe, Instant now) {
    boolean patient = now.isBefore(wipe.stateSince().plus(WipeLimits.GATEWAY_PATIENCE));
    return atGateway instanceof Progress.AllDone || !patient;
  }

  private void isCutOff(Lease lease, Wipe wipe, Progress atGateway) {
    String code = atGateway instanceof Progress.AllDone ? "CUT_OFF" : "CUT_OFF_WITHOUT_GATEWAY";
    Cause cause = Cause.of(SELF, clock.instant(), code);
    servers.happened(wipe.serverId(), ServerEvent.CUT_OFF_CONFIRMED, cause);
    if (!lease.state().isFinal()) {
      leases.happened(lease, LeaseEvent.CUT_OFF, cause);
    }
    switch (wipe.ending()) {
      case RELEASE -> end(wipe, ServerEvent.RELEASE, WipeEvent.RELEASE, cause);
      case QUARANTINE -> end(wipe, ServerEvent.QUARANTINE, WipeEvent.QUARANTINE, cause);
      case ERASE -> {
        end(wipe, ServerEvent.WIPE, WipeEvent.STAGE, cause);
        advance(lease, wipe);
      }
    }
  }

  private void end(Wipe wipe, ServerEvent server, WipeEvent event, Cause cause) {
    servers.happened(wipe.serverId(), server, cause);
    happened(wipe, event, cause);
  }

  private void stage(Lease lease, Wipe wipe, Instant hardLimit, Instant now) {
    Server server = servers.locked(wipe.serverId());
    Instant tokenEnd = now.plus(WipeLimits.of(WipeState.ERASING).hard());
    List<ErrandPlan> plans =
        EraserBoot.on(
            server, surroundings.bootNetwork(lease), surroundings.lenderAgent(lease), tokenEnd);
    Progress progress =
        errands.pursue(wipe.run(), plans, Order.ONE_BY_ONE, wipe.fence(), hardLimit, now);
    if (progress instanceof Progress.Broken broken) {
      fail(lease, wipe, broken.fault(), broken.errand().code(), broken.errand().detail());
    } else if (progress instanceof Progress.AllDone) {
      happened(wipe, WipeEvent.BOOT, Cause.of(SELF, now, "ERASER_STARTED"));
      advance(lease, wipe);
    }
  }

  private void watch(Lease lease, Wipe wipe, Instant now) {
    if (wipe.isErasedReported()) {
      happened(wipe, WipeEvent.ERASED, Cause.of(SELF, now, "ALL_DISKS_VERIFIED"));
      advance(lease, wipe);
    } else if (!now.isBefore(wipe.lastSign().plus(WipeLimits.SILENCE_HARD))) {
      fail(lease, wipe, Fault.HARDWARE, "ERASER_SILENT", "last sign " + wipe.lastSign());
    }
  }

  private void withdraw(Lease lease, Wipe wipe, Instant hardLimit, Instant now) {
    Server server = servers.locked(wipe.serverId());
    List<ErrandPlan> plans = EraserBoot.off(server, surroundings.lenderAgent(lease));
    Progress progress =
        errands.pursue(wipe.run(), plans, Order.TOGETHER, wipe.fence(), hardLimit, now);
    if (progress instanceof Progress.Broken broken) {
      fail(lease, wipe, broken.fault(), broken.errand().code(), broken.errand().detail());
    } else if (progress instanceof Progress.AllDone) {
      Cause cause = Cause.of(SELF, now, "WIPED");
      end(wipe, ServerEvent.WIPED, WipeEvent.WITHDRAWN, cause);
      if (!lease.state().isFinal()) {
        leases.happened(lease, LeaseEvent.WIPED, cause);
      }
    }
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

  /** Judges the eraser's report; the run ends as failed unless every disk is proven clean. */
  public void erased(Lease lease, Wipe wipe, Erased report, Actor from) {
    Instant now = clock.instant();
    if (wipe.state() != WipeState.ERASING && wipe.state() != WipeState.STAGING) {
      happened(wipe, WipeEvent.ERASED, Cause.of(from, now, "ERASED_REPORT"));
      return;
    }
    String doubt = ErasureDoubt.in(report, servers.server(wipe.serverId()).disks().size());
    if (doubt.isEmpty()) {
      wipe.erasedReported();
      wipes.add(new WipeRecord(wipe, report.disks(), now));
      advance(lease, wipe);
    } else {
      fail(lease, wipe, Fault.HARDWARE, "DISKS_NOT_PROVEN_CLEAN", doubt);
    }
  }

  /** The portal itself failed at it: puts it off, and ends it when the state's time is over. */
  public void stumbled(Lease lease, Wipe wipe) {
    if (wipe.state().isFinal()) {
      return;
    }
    Instant now = clock.instant();
    wipe.runAgainAt(now.plus(AFTER_A_STUMBLE));
    if (!now.isBefore(wipe.stateSince().plus(WipeLimits.of(wipe.state()).hard()))) {
      fail(lease, wipe, Fault.LENDER, "PORTAL_ERROR", wipe.state().name());
    }
  }

  /** Ends the run as failed; the server stays out of the pool, without power. */
  void fail(Lease lease, Wipe wipe, Fault fault, String code, String detail) {
    Instant now = clock.instant();
    Cause cause = Cause.failure(SELF, now, fault, code, detail);
    boolean wasCuttingOff = wipe.state() == WipeState.CUTTING_OFF;
    happened(wipe, WipeEvent.FAIL, cause);
    Server server = servers.locked(wipe.serverId());
    if (server.state() == ServerState.ISOLATING) {
      servers.happened(server, ServerEvent.QUARANTINE, cause);
    } else {
      servers.happened(server, ServerEvent.WIPE_NOT_PROVEN, cause);
      List<ErrandPlan> off = EraserBoot.off(server, surroundings.lenderAgent(lease));
      errands.pursue(
          wipe.run(), off, Order.TOGETHER, wipe.fence(), now.plus(WipeLimits.CLEAN_UP), now);
    }
    if (!lease.state().isFinal()) {
      LeaseEvent event = wasCuttingOff ? LeaseEvent.CUT_OFF_FAILED : LeaseEvent.WIPE_FAILED;
      leases.happened(lease, event, cause);
    }
  }

  /**
   * The server leaves the pool for good. A lease that it could not be taken back from closes: its
   * address returns and its order can end.
   */
  public void retire(Lease lease, Cause cause) {
    servers.happened(lease.serverId(), ServerEvent.RETIRE, cause);
    if (lease.state() == LeaseState.RECLAIM_FAILED) {
      leases.happened(lease, LeaseEvent.SETTLE, cause);
    }
  }

  private void happened(Wipe wipe, WipeEvent event, Cause cause) {
    events.append(wipe.subject(), wipe.apply(event, cause));
  }
}
