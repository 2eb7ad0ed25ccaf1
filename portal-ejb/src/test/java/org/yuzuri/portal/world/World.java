package org.yuzuri.portal.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.MutableClock;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.access.ActorKind;
import org.yuzuri.portal.epoch.ScriptedEpochs;
import org.yuzuri.portal.errand.ErrandDesk;
import org.yuzuri.portal.errand.ErrandRunner;
import org.yuzuri.portal.errand.MemoryErrands;
import org.yuzuri.portal.inspection.InspectionKind;
import org.yuzuri.portal.inspection.InspectionReports;
import org.yuzuri.portal.inspection.Inspections;
import org.yuzuri.portal.inspection.MemoryInspections;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.lease.LeaseEvent;
import org.yuzuri.portal.lease.LeaseListener;
import org.yuzuri.portal.lease.LeasePeriod;
import org.yuzuri.portal.lease.LeaseTerms;
import org.yuzuri.portal.lease.Leases;
import org.yuzuri.portal.lease.MemoryLeases;
import org.yuzuri.portal.lease.ServerBack;
import org.yuzuri.portal.order.MemoryOrders;
import org.yuzuri.portal.order.Order;
import org.yuzuri.portal.order.OrderRequest;
import org.yuzuri.portal.order.Orders;
import org.yuzuri.portal.order.placing.Lending;
import org.yuzuri.portal.pki.transfer.FakeTransferCertificates;
import org.yuzuri.portal.reconciliation.Testimony;
import org.yuzuri.portal.report.ReportDispatcher;
import org.yuzuri.portal.run.MemoryRuns;
import org.yuzuri.portal.run.Run;
import org.yuzuri.portal.run.RunEngine;
import org.yuzuri.portal.run.RunKinds;
import org.yuzuri.portal.run.RunReports;
import org.yuzuri.portal.run.Runs;
import org.yuzuri.portal.run.timer.RunService;
import org.yuzuri.portal.run.timer.RunServices;
import org.yuzuri.portal.server.MemoryServers;
import org.yuzuri.portal.server.Promise;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.server.ServerEvent;
import org.yuzuri.portal.server.Servers;
import org.yuzuri.portal.server.entry.Identity;
import org.yuzuri.portal.server.entry.ServerDisk;
import org.yuzuri.portal.server.entry.ServerEntry;
import org.yuzuri.portal.site.gateway.Addresses;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.state.event.MemoryEvents;
import org.yuzuri.portal.transfer.Installation;
import org.yuzuri.portal.transfer.MemoryTransfers;
import org.yuzuri.portal.transfer.Transfer;
import org.yuzuri.portal.transfer.Transfers;
import org.yuzuri.portal.transfer.boot.BootRequests;
import org.yuzuri.portal.transfer.boot.TransferReports;
import org.yuzuri.portal.transfer.grant.ProductionGrants;
import org.yuzuri.portal.transfer.step.TransferKind;
import org.yuzuri.portal.usage.traffic.Traffic;
import org.yuzuri.portal.wipe.MemoryWipes;
import org.yuzuri.portal.wipe.Wipes;
import org.yuzuri.portal.wipe.step.WipeKind;
import org.yuzuri.portal.wipe.step.WipeReports;
import org.yuzuri.wire.bmc.BmcAccess;
import org.yuzuri.wire.bmc.BmcAddress;
import org.yuzuri.wire.bmc.BmcKind;
import org.yuzuri.wire.boot.BootMode;
import org.yuzuri.wire.port.ServerPort;
import org.yuzuri.wire.report.TrafficCounted;
import org.yuzuri.wire.value.Ipv4Prefix;
import org.yuzuri.wire.value.MacAddress;
import org.yuzuri.wire.value.Secret;

/**
 * The portal's own decisions on a scripted site: everything real but the database and the daemons.
 * Build it, order, let it run, and look.
 */
final class World {

  static final long TENANT = 2;
  static final long OFFER = 5;
  static final Actor MEMBER = new Actor(ActorKind.MEMBER, 7, "mika");

  final MutableClock clock = MutableClock.of(Instant.parse("2026-04-01T00:00:00Z"), ZoneOffset.UTC);
  final MemoryEvents events = new MemoryEvents();
  final MemoryWipes wipeRows = new MemoryWipes();
  final MemoryTransfers transferRows = new MemoryTransfers();
  final Outbox outbox = new Outbox();
  final List<LeaseListener> listeners = new ArrayList<>();
  final ScriptedEpochs epochs = new ScriptedEpochs();
  final MemoryServers serverRows = new MemoryServers();
  final Servers servers = new Servers(serverRows, events, epochs);
  final Leases leases = new Leases(new MemoryLeases(), events, listeners);
  final Orders orders = new Orders(new MemoryOrders(), leases, events, List.of());
  final Site site = new Site();
  final FakeTransferCertificates certificates = new FakeTransferCertificates();

  /** For how long the next orders are. */
  LeasePeriod period = LeasePeriod.of(24);

  /** What the next servers are known by. */
  Identity identity = Identity.CONSOLE;

  final MemoryInspections inspectionRows = new MemoryInspections();
  final MemoryRuns runRows = new MemoryRuns();
  final Runs runs = new Runs(runRows, leases, servers, clock);
  final Wipes wipes = new Wipes(wipeRows, runs, leases, servers, outbox);
  final Inspections inspections = new Inspections(inspectionRows, runs, servers);
  final HeardTraffic traffic = new HeardTraffic();
  final ReportDispatcher reports;
  final BootRequests requests;
  final ScriptedDaemons daemons;
  final RunService runService;
  final ProductionGrants grants;
  private final Lending lending;

  World() {
    ErrandDesk desk = new ErrandDesk(new MemoryErrands(), outbox, clock);
    RunKinds kinds =
        new RunKinds(
            List.of(
                new TransferKind(transferRows, site, wipes),
                new WipeKind(wipeRows),
                new InspectionKind(inspectionRows, offer -> new Promise(2, 2048, 8), wipes)));
    ErrandRunner errands = new ErrandRunner(desk);
    RunEngine engine = new RunEngine(kinds, servers, leases, errands, site, events, clock);
    grants = new ProductionGrants(transferRows, leases, servers, site, errands, clock);
    runService = RunServices.of(runs, engine);
    RunReports runReports = new RunReports(runs, engine, desk, site, clock);
    reports =
        new ReportDispatcher(
            runReports,
            new TransferReports(transferRows, runReports, leases, transferRows, events, clock),
            new WipeReports(wipeRows, runReports, engine, servers, clock),
            new InspectionReports(inspectionRows, runReports, servers),
            new Testimony(),
            traffic);
    requests =
        new BootRequests(
            transferRows, runs, runReports, certificates, transferRows, site, events, clock);
    Transfers transfers = new Transfers(transferRows, runs, engine);
    lending = new Lending(leases, new CountedAddresses(), servers, transfers);
    daemons = new ScriptedDaemons(this);
    listeners.addAll(List.of(new ServerBack(servers), transfers, wipes, orders));
  }

  /** Adds a free server of the offer. */
  Server server(int number) {
    Server server = enrolledServer(number);
    servers.happened(server, ServerEvent.ADMIT_WITHOUT_RUN, word());
    return server;
  }

  /** Adds a server that nobody has admitted yet. */
  Server enrolledServer(int number) {
    ServerEntry entry =
        new ServerEntry(
            OFFER,
            Site.LENDER_AGENT,
            "lent-" + number,
            MacAddress.of("52:54:00:00:00:" + (10 + number)),
            Ipv4Prefix.of("192.0.2." + (16 + number) + "/24"),
            BootMode.BIOS,
            "ttyS0",
            identity,
            2,
            2048,
            new BmcAccess(
                BmcKind.IPMI, BmcAddress.of("127.0.0.1:9611"), "admin", new Secret("secret")),
            ServerPort.EXTERNAL,
            List.of(new ServerDisk("virtio-lent" + number, "/dev/vda", 8)));
    Server server = new Server(entry, clock.instant());
    serverRows.add(server);
    return server;
  }

  /** Orders every free server, and begins the transfers. */
  Order order() {
    List<Server> free = servers.lockFree(OFFER, 100);
    OrderRequest request = new OrderRequest(OFFER, 1, 1, 1, free.size(), period);
    Order order = new Order(TENANT, request, cause("ORDERED"));
    orders.add(order);
    Installation installation =
        new Installation(1, "text\n", "TENANT", "inst.ks=file:/yuzuri/settings");
    for (Server server : free) {
      lending.lend(terms(order, server), server, installation, cause("ORDERED"));
    }
    return order;
  }

  private static LeaseTerms terms(Order order, Server server) {
    return new LeaseTerms(
        TENANT, order.id(), server.id(), 1, order.period(), BigDecimal.ONE, "JPY");
  }

  /** Lets timers and daemons work until nothing changes any more, without time passing. */
  void run() {
    boolean busy = true;
    while (busy) {
      boolean ticked = tick();
      busy = daemons.work() || ticked;
    }
  }

  /** Lets time pass in steps of ten seconds, with everybody at work. */
  void run(Duration time) {
    Instant end = clock.instant().plus(time);
    run();
    while (clock.instant().isBefore(end)) {
      clock.add(Duration.ofSeconds(10));
      run();
    }
  }

  private boolean tick() {
    List<Long> due = runService.listDue(100);
    due.forEach(runService::advance);
    grants.listDue(100).forEach(grants::keep);
    return !due.isEmpty();
  }

  /** The tenant gives the server back, or calls the lease off. */
  void giveBack(long leaseId) {
    leases.happened(lease(leaseId), LeaseEvent.RETURN, cause("RETURNED"));
  }

  Lease lease(long id) {
    return leases.lease(id);
  }

  Transfer transfer(long id) {
    return transferRows.find(id).orElseThrow();
  }

  /** The run of the only transfer. */
  Run run(long transferId) {
    return transfer(transferId).run();
  }

  /** The run of the last wipe of a lease. */
  Run wipe(long leaseId) {
    return wipeRows.findLastOfLease(leaseId).orElseThrow().run();
  }

  /** An operator's word that a server needs no run to be admitted. */
  Cause word() {
    return new Cause(MEMBER, clock.instant(), "ADMITTED_WITHOUT_RUN", "it is a test's", null);
  }

  Cause cause(String code) {
    return Cause.of(MEMBER, clock.instant(), code);
  }

  /** Readings that came as far as to who keeps them. */
  static final class HeardTraffic extends Traffic {

    final List<TrafficCounted> heard = new ArrayList<>();

    /** What was said last of when the installation had ended. */
    @Nullable Instant installedAt;

    @Override
    public void counted(Lease lease, TrafficCounted report, @Nullable Instant installedAt) {
      assertThat(report.fence().leaseId()).isEqualTo(lease.id());
      heard.add(report);
      this.installedAt = installedAt;
    }
  }

  /** One address after the other. */
  private static final class CountedAddresses extends Addresses {

    @Override
    public String holdVirtualAddress(long gatewayId, long leaseId) {
      return "10.30.1." + leaseId;
    }
  }
}
