package org.yuzuri.portal.lease;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.yuzuri.portal.state.TestIds;

/** Leases in memory. */
public final class MemoryLeases implements LeaseRepository {

  private static final Set<LeaseState> HELD = EnumSet.of(LeaseState.STARTING, LeaseState.ACTIVE);

  private final Map<Long, Lease> leases = new TreeMap<>();

  @Override
  public void add(Lease lease) {
    long id = leases.size() + 1L;
    TestIds.give(lease, id);
    leases.put(id, lease);
  }

  @Override
  public Optional<Lease> find(long id) {
    return Optional.ofNullable(leases.get(id));
  }

  @Override
  public Optional<Lease> findLocked(long id) {
    return find(id);
  }

  @Override
  public Optional<Lease> findUnlessTaken(long id) {
    return find(id);
  }

  @Override
  public List<Lease> ofOrder(long orderId) {
    return leases.values().stream().filter(lease -> lease.orderId() == orderId).toList();
  }

  @Override
  public List<Long> listExpired(Instant now, int limit) {
    return leases.values().stream()
        .filter(lease -> lease.isOver(now) && HELD.contains(lease.state()))
        .filter(lease -> !triedAt(lease).isAfter(now))
        .sorted(Comparator.comparing(MemoryLeases::triedAt).thenComparing(Lease::id))
        .map(Lease::id)
        .limit(limit)
        .toList();
  }

  @Override
  public List<Long> listNeedingGrants(Instant openUntil, int limit) {
    return leases.values().stream()
        .filter(lease -> lease.needsGrants(openUntil))
        .map(Lease::id)
        .limit(limit)
        .toList();
  }

  private static Instant triedAt(Lease lease) {
    return Objects.requireNonNullElseGet(
        lease.expireAgainAt(), () -> Objects.requireNonNull(lease.endsAt()));
  }
}
