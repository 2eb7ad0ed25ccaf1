package org.yuzuri.portal.transfer.grant;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.yuzuri.portal.errand.ErrandRunner;
import org.yuzuri.portal.errand.ErrandRunner.Sequence;
import org.yuzuri.portal.errand.Progress;
import org.yuzuri.portal.errand.Wish;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.lease.Leases;
import org.yuzuri.portal.run.Run;
import org.yuzuri.portal.run.Surroundings;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.server.Servers;
import org.yuzuri.portal.site.gateway.GatewayFacts;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.portal.transfer.TransferRepository;
import org.yuzuri.portal.transfer.step.GrantSets;

/**
 * Keeps what is open between a tenant and its server open as long as the lease lasts: of a lease
 * that was extended, and of one without an end. Both sides get the same openings again with a later
 * end, under the fence of the transfer, so that a server on its way back gets none. What a daemon
 * refuses or does not answer is asked for again each hour, until it is done. Transaction: the
 * caller's.
 */
@Dependent
public class ProductionGrants {

  /** How far ahead a lease without an end is kept open; half of it is left when it is renewed. */
  static final Duration AHEAD = Duration.ofDays(60);

  private static final Duration ANSWER = Duration.ofHours(1);

  private final TransferRepository transfers;
  private final Leases leases;
  private final Servers servers;
  private final Surroundings surroundings;
  private final ErrandRunner errands;
  private final Clock clock;

  /** Keeps the openings of these leases. */
  @Inject
  public ProductionGrants(
      TransferRepository transfers,
      Leases leases,
      Servers servers,
      Surroundings surroundings,
      ErrandRunner errands,
      Clock clock) {
    this.transfers = transfers;
    this.leases = leases;
    this.servers = servers;
    this.surroundings = surroundings;
    this.errands = errands;
    this.clock = clock;
  }

  /** Leases whose openings shut too soon; none while servers are left alone. */
  public List<Long> listDue(int limit) {
    return servers.areLeftAlone()
        ? List.of()
        : leases.listNeedingGrants(openUntil(clock.instant()), limit);
  }

  /** Asks both sides, or looks what became of it; harmless when nothing is to be done. */
  public void keep(long leaseId) {
    Instant now = clock.instant();
    leases
        .lockedUnlessTaken(leaseId)
        .filter(lease -> leases.needsGrants(lease, openUntil(now)))
        .ifPresent(lease -> keep(lease, now));
  }

  private void keep(Lease lease, Instant now) {
    Run run = transfers.findLastOfLease(lease.id()).orElseThrow().run();
    Server server = servers.server(lease.serverId());
    GatewayFacts gateway = surroundings.gateway(lease);
    Instant hour = now.truncatedTo(ChronoUnit.HOURS);
    Instant end = lease.endsAt() == null ? hour.plus(AHEAD) : lease.endsAt();
    GrantSets sets = GrantSets.ofProduction(server, lease, gateway, end);
    Instant closesAt = sets.productionEnd();
    String name = closesAt.getEpochSecond() + "_" + hour.getEpochSecond() / ANSWER.toSeconds();
    List<Wish> wishes =
        List.of(
            GrantSets.wish(
                "LENDER_" + name, server.agentId(), Fault.LENDER, sets.lenderProduction()),
            GrantSets.wish(
                "GATEWAY_" + name, gateway.agentId(), Fault.TENANT, sets.gatewayProduction()));
    Progress progress =
        errands.pursue(run.id(), wishes, Sequence.TOGETHER, run.fence(), now.plus(ANSWER), now);
    if (progress instanceof Progress.AllDone) {
      leases.grantsHold(lease, closesAt);
    }
  }

  private static Instant openUntil(Instant now) {
    return now.plus(AHEAD.dividedBy(2));
  }
}
