package org.yuzuri.portal.lease;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.platform.TenantRow;
import org.yuzuri.portal.price.Price;
import org.yuzuri.portal.price.PriceColumns;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.state.Change;
import org.yuzuri.portal.state.Failure;
import org.yuzuri.portal.state.StateMachine;
import org.yuzuri.portal.state.event.EventSubject;
import org.yuzuri.portal.state.event.SubjectKind;
import org.yuzuri.wire.value.Ipv4Address;

/**
 * One server held by one tenant for a period. Holds the server ({@code active_server_id}) until it
 * is over; remembers when the tenant's system first could have run on it and when it was cut off.
 */
@Entity
public class Lease extends TenantRow {

  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private static final int MOST_DOUBLINGS = 6;

  @Version private int version;

  private long orderId;
  private long serverId;
  @Column private @Nullable Long activeServerId;
  private long gatewayId;
  private @Nullable String virtualAddress;

  @Enumerated(EnumType.STRING)
  private LeaseState state = LeaseState.STARTING;

  private Instant stateSince;
  private Instant createdAt;
  private @Nullable Integer periodHours;
  private @Nullable Instant endsAt;
  private @Nullable Instant grantsUntil;
  private @Nullable Instant touchedAt;
  private @Nullable Instant handedOverAt;
  private @Nullable Instant cutOffAt;
  private @Nullable Instant tunnelDownSince;
  private long tunnelDownMillis;
  private int expiryFailures;
  private @Nullable Instant expireAgainAt;

  @Embedded private PriceColumns price;

  private String hostName = "";
  private String labels = "";

  @Embedded private @Nullable Failure failure;

  /** For Hibernate. */
  protected Lease() {}

  /** A new lease: it holds its server from the start. */
  public Lease(LeaseTerms terms, Instant now) {
    super(terms.tenantId());
    this.orderId = terms.orderId();
    this.serverId = terms.serverId();
    this.activeServerId = terms.serverId();
    this.gatewayId = terms.gatewayId();
    this.periodHours = terms.period().hours();
    this.price = new PriceColumns(terms.price());
    this.hostName = terms.hostName();
    this.labels = terms.labels().text();
    this.createdAt = now;
    this.stateSince = now;
  }

  /** Only {@link Leases} calls it. */
  Change apply(LeaseEvent event, Cause cause) {
    StateMachine.Outcome<LeaseState> outcome =
        StateMachine.judge(LeaseTransitions.TABLE, state, event, cause);
    if (outcome.change().moved()) {
      state = outcome.state();
      stateSince = cause.at();
      note(event, cause);
    }
    return outcome.change();
  }

  private void note(LeaseEvent event, Cause cause) {
    if (state != LeaseState.ACTIVE) {
      tunnelIsUp(cause.at()); // what is cut off on purpose is no outage
    }
    if (cause.fault() != null) {
      failure = Failure.of(cause);
    }
    if (event == LeaseEvent.HAND_OVER) {
      handedOverAt = cause.at();
      endsAt = period().endAfter(cause.at()).orElse(null);
    }
    if (event == LeaseEvent.CUT_OFF || event == LeaseEvent.CUT_OFF_FAILED) {
      cutOffAt = cause.at();
    }
    if (state.isFinal()) {
      activeServerId = null;
    }
  }

  void tunnelIsDown(Instant at) {
    if (tunnelDownSince == null) {
      tunnelDownSince = at;
    }
  }

  void tunnelIsUp(Instant at) {
    if (tunnelDownSince != null) {
      tunnelDownMillis += Math.max(0, Duration.between(tunnelDownSince, at).toMillis());
      tunnelDownSince = null;
    }
  }

  void takeAddress(Ipv4Address address) {
    virtualAddress = address.text();
  }

  /** The tenant's system may run from now on: the server has to be erased before anybody else. */
  void touch(Instant at) {
    if (touchedAt == null) {
      touchedAt = at;
    }
  }

  /**
   * The portal failed to end it after its period: it is tried again after a minute, then after
   * twice as long each time, at most an hour.
   */
  void putOffExpiry(Instant now) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(expiryFailures, MOST_DOUBLINGS));
    expiryFailures++;
    expireAgainAt = now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
  }

  /** Before this it is not tried again to end it; null when no try has failed. */
  @Nullable Instant expireAgainAt() {
    return expireAgainAt;
  }

  /** What its events are about. */
  public EventSubject subject() {
    return new EventSubject(SubjectKind.LEASE, id(), tenantId());
  }

  public long orderId() {
    return orderId;
  }

  public long serverId() {
    return serverId;
  }

  public long gatewayId() {
    return gatewayId;
  }

  /** The address in the tenant's range under which the server is reached. */
  public Ipv4Address virtualAddress() {
    return Ipv4Address.of(Objects.requireNonNull(virtualAddress, "virtualAddress"));
  }

  public LeaseState state() {
    return state;
  }

  public Instant stateSince() {
    return stateSince;
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** How long it was agreed for, from the hand-over. */
  public LeasePeriod period() {
    return new LeasePeriod(periodHours);
  }

  /** When the period is over; null before the hand-over and with an open end. */
  @Nullable
  public Instant endsAt() {
    return endsAt;
  }

  /** Another period from now on; its end moves with it. */
  void changePeriod(LeasePeriod period) {
    periodHours = period.hours();
    endsAt = handedOverAt == null ? null : period.endAfter(handedOverAt).orElse(null);
    expiryFailures = 0;
    expireAgainAt = null;
  }

  void grantsHold(Instant until) {
    grantsUntil = until;
  }

  /** Whether its openings shut before its end, or before this moment when it has none. */
  boolean needsGrants(Instant openUntil) {
    Instant needed = endsAt == null ? openUntil : endsAt;
    return state == LeaseState.ACTIVE && grantsUntil != null && !grantsUntil.isAfter(needed);
  }

  /** When its production openings shut by themselves; null before the hand-over. */
  public @Nullable Instant grantsUntil() {
    return grantsUntil;
  }

  /** Whether its period can still be another. */
  public boolean isHeld() {
    return state == LeaseState.STARTING || state == LeaseState.ACTIVE;
  }

  /** Whether its period is over. */
  public boolean isOver(Instant now) {
    return endsAt != null && !endsAt.isAfter(now);
  }

  /** Whether the tenant's system may have run on the server. */
  public boolean isTouched() {
    return touchedAt != null;
  }

  /** Whether the tenant ever had the server. */
  public boolean wasActive() {
    return handedOverAt != null;
  }

  @Nullable
  public Instant handedOverAt() {
    return handedOverAt;
  }

  @Nullable
  public Instant cutOffAt() {
    return cutOffAt;
  }

  /** Since when its tunnel is down while the tenant has the server; null while it is up. */
  @Nullable
  public Instant tunnelDownSince() {
    return tunnelDownSince;
  }

  /** How long its tunnel was down in all while the tenant had the server, until now. */
  public Duration tunnelDown(Instant now) {
    Duration over = Duration.ofMillis(tunnelDownMillis);
    return tunnelDownSince == null ? over : over.plus(Duration.between(tunnelDownSince, now));
  }

  /** What its tenant calls the server; empty when it does not. */
  public String hostName() {
    return hostName;
  }

  /** What its tenant finds the server by. */
  public Labels labels() {
    return new Labels(labels);
  }

  /** What it costs, as agreed. */
  public Price price() {
    return price.price();
  }

  /** What went wrong with it last; null when nothing did. */
  @Nullable
  public Failure failure() {
    return failure;
  }
}
