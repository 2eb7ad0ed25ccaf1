package org.yuzuri.portal.transfer.step;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.yuzuri.portal.errand.Wish;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.site.gateway.GatewayFacts;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.portal.transfer.StepName;
import org.yuzuri.wire.command.EnsureGrants;
import org.yuzuri.wire.value.Grant;
import org.yuzuri.wire.value.GrantProtocol;
import org.yuzuri.wire.value.Ipv4Prefix;
import org.yuzuri.wire.value.PortRange;

/**
 * Which flows each firewall lets through, and until when. While installing: the tunnel's own
 * packets, and from inside the tunnel the tenant's range. After the hand-over the same, and the way
 * back, until the lease ends. Never another server, never another tenant.
 *
 * <p>Ports: IKE and its NAT traversal, which carries ESP too (RFC 7296, §2.23).
 */
public final class GrantSets {

  private static final List<PortRange> IKE = List.of(PortRange.of("500"), PortRange.of("4500"));

  /** A server that comes back after a day finds its production grants still open. */
  private static final Duration MARGIN = Duration.ofHours(1);

  private final Ipv4Prefix server;
  private final Ipv4Prefix virtual;
  private final GatewayFacts gateway;
  private final Instant installEnd;
  private final Instant leaseEnd;

  private GrantSets(
      Ipv4Prefix server, Lease lease, GatewayFacts gateway, Instant installEnd, Instant leaseEnd) {
    this.server = server;
    this.virtual = Ipv4Prefix.of(lease.virtualAddress().text());
    this.gateway = gateway;
    this.installEnd = installEnd;
    this.leaseEnd = leaseEnd;
  }

  /** Those of a server that its tenant has, until a little after then. */
  public static GrantSets ofProduction(
      Server server, Lease lease, GatewayFacts gateway, Instant end) {
    Instant closesAt = end.plus(MARGIN);
    return new GrantSets(address(server), lease, gateway, closesAt, closesAt);
  }

  static GrantSets of(TransferSituation now) {
    Instant installEnd = now.run().startedAt().plus(TransferSteps.untilClosed(StepName.RESERVE));
    return new GrantSets(
        address(now.server()),
        now.lease(),
        now.gateway(),
        installEnd,
        installEnd.plus(now.lease().period().atMost()).plus(MARGIN));
  }

  private static Ipv4Prefix address(Server server) {
    return Ipv4Prefix.of(Ipv4Prefix.of(server.bootAddress()).address().text());
  }

  /** When what is opened for the production tunnel shuts by itself. */
  public Instant productionEnd() {
    return leaseEnd;
  }

  /** At the lender while installing. */
  List<Grant> lenderInstall() {
    return tunnel("install", installEnd);
  }

  /** At the lender after the hand-over. */
  public List<Grant> lenderProduction() {
    return tunnel("production", leaseEnd);
  }

  /** At the gateway while installing. */
  List<Grant> gatewayInstall() {
    return List.of(
        ike("install-ike-in", server, outside(), installEnd),
        any("install-range", virtual, gateway.tenantRange(), installEnd));
  }

  /** At the gateway from the reboot to the close. */
  List<Grant> gatewayBoth() {
    return Stream.concat(gatewayInstall().stream(), gatewayProduction().stream()).toList();
  }

  /** At the gateway after the hand-over. */
  public List<Grant> gatewayProduction() {
    return List.of(
        ike("production-ike-in", server, outside(), leaseEnd),
        any("production-range", virtual, gateway.tenantRange(), leaseEnd),
        any("production-server", gateway.tenantRange(), virtual, leaseEnd));
  }

  /** That this daemon opens these and no others for the run's server. */
  public static Wish wish(String name, long agentId, Fault fault, List<Grant> grants) {
    return new Wish(
        name,
        agentId,
        fault,
        header -> new EnsureGrants(header.id(), header.notAfter(), header.fence(), grants));
  }

  private List<Grant> tunnel(String prefix, Instant closesAt) {
    return List.of(
        ike(prefix + "-ike-out", server, outside(), closesAt),
        ike(prefix + "-ike-in", outside(), server, closesAt));
  }

  private Ipv4Prefix outside() {
    return Ipv4Prefix.of(gateway.outsideAddress().text());
  }

  private static Grant ike(String id, Ipv4Prefix from, Ipv4Prefix to, Instant closesAt) {
    return new Grant(id, GrantProtocol.UDP, from, to, IKE, closesAt);
  }

  private static Grant any(String id, Ipv4Prefix from, Ipv4Prefix to, Instant closesAt) {
    return new Grant(id, GrantProtocol.ANY, from, to.network(), List.of(), closesAt);
  }
}
