package org.yuzuri.portal.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.agent.Presence;
import org.yuzuri.portal.lease.LeaseState;
import org.yuzuri.portal.order.OrderState;

/**
 * What a tenant has and has to do.
 *
 * @param leases that hold a server, those that end first first, at most {@value #MOST}
 * @param leaseCount how many there are
 * @param orders in preparation, the newest first, at most {@value #MOST}
 * @param gateways null when the viewer may not see them
 * @param images null when the viewer may not see them
 */
public record OwnView(
    List<LeaseLine> leases,
    long leaseCount,
    List<OrderLine> orders,
    @Nullable List<GatewayLine> gateways,
    @Nullable Images images) {

  /** Most lines of a part. */
  public static final int MOST = 10;

  private static final Duration SOON = Duration.ofDays(3);

  public OwnView {
    leases = List.copyOf(leases);
    orders = List.copyOf(orders);
    gateways = gateways == null ? null : List.copyOf(gateways);
  }

  /** A server that the tenant holds. */
  public record LeaseLine(
      long id, String server, String hostName, LeaseState state, @Nullable Instant endsAt) {

    /** How long it has; null with an open end, and before the hand-over. */
    public @Nullable Duration left(Instant now) {
      return endsAt == null ? null : Duration.between(now, endsAt);
    }
  }

  /** An order that is not handed over yet. */
  public record OrderLine(long id, String offer, int servers, OrderState state, Instant since) {}

  /** A gateway and whether its daemon is there. */
  public record GatewayLine(long id, String name, Presence presence) {}

  /**
   * The tenant's boot images.
   *
   * @param count of those that are not removed
   * @param bytes of their files
   * @param allowedBytes what the tenant may have
   */
  public record Images(long count, long bytes, long allowedBytes) {

    /** How much of what is allowed is used, in percent. */
    public int percent() {
      return allowedBytes <= 0 ? 100 : (int) Math.min(100, bytes * 100 / allowedBytes);
    }
  }

  /** Something that the tenant should do; text {@code start.todo.NAME}. */
  public enum Todo {
    /** There is no gateway: nothing can be ordered. */
    ADD_GATEWAY,
    /** A gateway's daemon was never started. */
    START_GATEWAY,
    /** A gateway is silent. */
    MEND_GATEWAY,
    /** There is no boot image of its own. */
    ADD_IMAGE,
    /** A lease ends within three days. */
    EXTEND_LEASE,
    /** The room for images is nearly used up. */
    REMOVE_IMAGES
  }

  /** What is to be done now, the most pressing first. */
  public List<Todo> todos(Instant now) {
    Set<Todo> found = EnumSet.noneOf(Todo.class);
    if (gateways != null) {
      if (gateways.isEmpty()) {
        found.add(Todo.ADD_GATEWAY);
      }
      gateways.forEach(gateway -> todo(gateway.presence(), found));
    }
    if (images != null && images.count() == 0) {
      found.add(Todo.ADD_IMAGE);
    }
    if (images != null && images.count() > 0 && images.percent() >= 90) {
      found.add(Todo.REMOVE_IMAGES);
    }
    boolean ends =
        leases.stream()
            .map(LeaseLine::endsAt)
            .anyMatch(end -> end != null && end.isBefore(now.plus(SOON)));
    if (ends) {
      found.add(Todo.EXTEND_LEASE);
    }
    return new ArrayList<>(found);
  }

  private static void todo(Presence presence, Set<Todo> found) {
    switch (presence) {
      case INVITED -> found.add(Todo.START_GATEWAY);
      case OFFLINE -> found.add(Todo.MEND_GATEWAY);
      default -> {
        // It is there, or not wanted any more.
      }
    }
  }
}
