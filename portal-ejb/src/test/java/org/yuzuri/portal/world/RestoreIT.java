package org.yuzuri.portal.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.agent.Agents;
import org.yuzuri.portal.agent.ReportingAgent;
import org.yuzuri.portal.agent.enrolment.ContactService;
import org.yuzuri.portal.agent.report.ReportService;
import org.yuzuri.portal.epoch.Epochs;
import org.yuzuri.portal.lease.LeaseState;
import org.yuzuri.portal.lease.period.LeaseExpiryService;
import org.yuzuri.portal.lease.view.LeaseService;
import org.yuzuri.portal.platform.Portal;
import org.yuzuri.portal.reconciliation.ComparedServer;
import org.yuzuri.portal.reconciliation.Doubt;
import org.yuzuri.portal.reconciliation.ReconciliationService;
import org.yuzuri.portal.reconciliation.ReconciliationView;
import org.yuzuri.portal.run.timer.RunService;
import org.yuzuri.portal.server.ServerService;
import org.yuzuri.portal.server.ServerState;
import org.yuzuri.wire.report.Known;
import org.yuzuri.wire.value.DaemonKind;
import org.yuzuri.wire.value.Hold;
import org.yuzuri.wire.value.KnownServer;

/**
 * Books that were restored over a site that went on: on a real database, in transactions that are
 * rolled back, since the epoch is of all tests.
 */
class RestoreIT {

  private static final long EPOCH = 1_764_450_000;

  private final CircleSite site = new CircleSite();

  @Test
  void nothingIsDeliveredBegunLentOrEndedUntilItIsConfirmed() {
    long order = site.member(b -> site.place(b));
    site.tick();
    long lease = leaseOf(order);
    assertThat(waiting()).isPositive();

    restored(
        b -> {
          assertThat(open(b, site.lender)).isEmpty();
          assertThat(open(b, site.gateway)).isEmpty();
          site.database.clock().add(Duration.ofDays(2));
          assertThat(b.get(RunService.class).listDue(1000)).isEmpty();
          assertThat(b.get(LeaseExpiryService.class).listExpired(1000)).isEmpty();
          assertThat(b.get(Epochs.class).now().number()).isEqualTo(EPOCH);
          assertThat(state(b, lease)).isEqualTo(LeaseState.STARTING);
        });

    assertThat(waiting()).as("rolled back").isPositive();
  }

  @Test
  void tenantIsToldWhyNothingCanBeOrdered() {
    restored(
        b ->
            assertThatThrownBy(() -> site.place(b)).hasMessageContaining("operator has confirmed"));
  }

  @Test
  void confirmedTheServerInDoubtIsQuarantinedAndItsLeaseAndCommandsWait() {
    long order = site.member(b -> site.place(b));
    site.tick();
    long lease = leaseOf(order);
    long generation = site.portal(b -> server(b)).generation();

    restored(
        b -> {
          allTell(b);
          tells(b, new KnownServer(site.serverId, lease + 1, generation + 2, Set.of(Hold.GRANTS)));
          ReconciliationService service = b.get(ReconciliationService.class);
          ReconciliationView view = service.view();
          assertThat(view.isComplete()).isTrue();
          assertThat(view.differing())
              .filteredOn(row -> row.serverId() == site.serverId)
              .singleElement()
              .extracting(ComparedServer::doubt, ComparedServer::knownGeneration)
              .containsExactly(Doubt.LATER_HOLD, generation + 2);

          assertThat(service.confirm(view.mark())).isPositive();

          assertThat(service.isUnderWay()).isFalse();
          assertThat(server(b).state()).isEqualTo(ServerState.QUARANTINED);
          assertThat(state(b, lease)).isEqualTo(LeaseState.RECLAIM_FAILED);
          assertThat(open(b, site.lender)).isEmpty();
          assertThat(open(b, site.gateway)).isEmpty();
          site.database.clock().add(Duration.ofDays(2));
          assertThat(b.get(LeaseExpiryService.class).listExpired(1000)).doesNotContain(lease);
        });
  }

  @Test
  void confirmedTheRestGoesOn() {
    long order = site.member(b -> site.place(b));
    site.tick();
    long lease = leaseOf(order);

    restored(
        b -> {
          allTell(b);
          ReconciliationService service = b.get(ReconciliationService.class);

          service.confirm(service.view().mark());

          assertThat(state(b, lease)).isEqualTo(LeaseState.STARTING);
          assertThat(open(b, site.gateway).size() + open(b, site.lender).size()).isPositive();
        });
  }

  @Test
  void whatNobodyHasLookedAtIsNotConfirmed() {
    restored(
        b -> {
          ReconciliationService service = b.get(ReconciliationService.class);
          assertThat(service.view().missing()).isNotEmpty();
          assertThatThrownBy(() -> service.confirm(service.view().mark()))
              .hasMessageContaining("agents");
        });
    restored(
        b -> {
          allTell(b);
          ReconciliationService service = b.get(ReconciliationService.class);
          String seen = service.view().mark();
          tells(b, new KnownServer(site.serverId, 9, 9, Set.of()));
          assertThatThrownBy(() -> service.confirm(seen)).hasMessageContaining("mark");
        });
  }

  @Test
  void gatewayAndWordOfAnotherEpochAreNotHeard() {
    restored(
        b -> {
          allTell(b);
          KnownServer later = new KnownServer(site.serverId, 9, 9, Set.of());
          hears(b, site.gateway, EPOCH, later);
          hears(b, site.lender, EPOCH - 1, later);
          assertThat(b.get(ReconciliationService.class).view().differing())
              .extracting(ComparedServer::serverId)
              .doesNotContain(site.serverId);
        });
  }

  /** Work in a transaction with restored books, which never was. */
  private void restored(Consumer<Portal> work) {
    var now = site.database.clock().instant();
    try {
      assertThatThrownBy(
              () ->
                  site.portal(
                      b -> {
                        b.get(EntityManager.class)
                            .createNativeQuery("update epoch set number = ?, state = 'RECONCILING'")
                            .setParameter(1, EPOCH)
                            .executeUpdate();
                        work.accept(b);
                        throw new NeverWas();
                      }))
          .isInstanceOf(NeverWas.class);
    } finally {
      site.database.clock().setInstant(now);
    }
  }

  private void allTell(Portal b) {
    b.get(Agents.class)
        .listLenders()
        .forEach(
            agent ->
                hears(
                    b,
                    new ReportingAgent(agent.id(), DaemonKind.LENDER_AGENT, 1, agent.name()),
                    EPOCH));
  }

  private void tells(Portal b, KnownServer... servers) {
    hears(b, site.lender, EPOCH, servers);
  }

  private void hears(Portal b, ReportingAgent from, long epoch, KnownServer... servers) {
    b.get(ReportService.class)
        .accept(
            from,
            new Known(UUID.randomUUID(), site.database.clock().instant(), epoch, List.of(servers)));
  }

  private int waiting() {
    return site.portal(b -> open(b, site.lender).size() + open(b, site.gateway).size());
  }

  private static List<?> open(Portal b, ReportingAgent agent) {
    return b.get(ContactService.class).openCommands(agent.id(), 0);
  }

  private org.yuzuri.portal.server.ServerView server(Portal b) {
    return b.get(ServerService.class).view(site.serverId);
  }

  private static LeaseState state(Portal b, long lease) {
    return b.get(LeaseService.class).view(lease).state();
  }

  private long leaseOf(long order) {
    return site.member(b -> b.get(LeaseService.class).ofOrder(order)).get(0).id();
  }

  private static final class NeverWas extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
