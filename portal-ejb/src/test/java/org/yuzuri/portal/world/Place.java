package org.yuzuri.portal.world;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.lease.LeasePeriod;
import org.yuzuri.portal.lease.LeaseRepository;
import org.yuzuri.portal.lease.LeaseTerms;
import org.yuzuri.portal.order.Order;
import org.yuzuri.portal.order.OrderRepository;
import org.yuzuri.portal.order.OrderRequest;
import org.yuzuri.portal.run.Run;
import org.yuzuri.portal.run.RunRepository;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.wire.value.Fence;

/**
 * Where the rows of a contract are kept: the database, or memory. What it makes is not due before
 * {@link #NEVER}, so that no timer of another test takes it up.
 */
public interface Place {

  /** Later than any test's clock. */
  Instant NEVER = Instant.parse("2090-01-01T00:00:00Z");

  /** The repositories of one transaction. */
  interface Rows {

    /** The repository of this interface. */
    <T> T get(Class<T> repository);
  }

  /** Runs work in a transaction of its own. */
  <T> T in(Function<Rows, T> work);

  /** Whose orders and leases are made. */
  long tenant();

  /** What an order may ask for: all of it exists. */
  OrderRequest request();

  /** A lender agent. */
  long agent();

  /** A lender agent of another site. */
  long otherAgent();

  /** A server that nothing else has. */
  long newServer();

  default long newOrder() {
    return in(
        rows -> {
          Order order = new Order(tenant(), request(), cause());
          rows.get(OrderRepository.class).add(order);
          return order.id();
        });
  }

  /** A lease of a new server, with an open end. */
  default long newLease(long order) {
    return newLease(order, LeasePeriod.OPEN);
  }

  /** A lease of a new server. */
  default long newLease(long order, LeasePeriod period) {
    LeaseTerms terms =
        new LeaseTerms(
            tenant(), order, newServer(), request().gatewayId(), period, BigDecimal.TEN, "JPY");
    return in(
        rows -> {
          Lease lease = new Lease(terms, NEVER);
          rows.get(LeaseRepository.class).add(lease);
          return lease.id();
        });
  }

  /** A lease that lasts. */
  default long newLease() {
    return newLease(newOrder());
  }

  /** A run of a lease's server. */
  static Run newRun(Rows rows, long lease, long generation) {
    long server = rows.get(LeaseRepository.class).find(lease).orElseThrow().serverId();
    return newRun(rows, new Fence(server, lease, generation));
  }

  /** A run that has this hold. */
  static Run newRun(Rows rows, Fence fence) {
    Run run = new Run("TRIAL", fence, List.of("ONLY"), cause());
    rows.get(RunRepository.class).add(run);
    return run;
  }

  private static Cause cause() {
    return Cause.of(Actor.system("trial"), NEVER, "BY_HAND");
  }
}
