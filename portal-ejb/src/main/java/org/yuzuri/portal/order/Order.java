package org.yuzuri.portal.order;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.lease.HostNames;
import org.yuzuri.portal.lease.Labels;
import org.yuzuri.portal.lease.LeasePeriod;
import org.yuzuri.portal.platform.TenantRow;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.state.Change;
import org.yuzuri.portal.state.StateMachine;
import org.yuzuri.portal.state.event.EventSubject;
import org.yuzuri.portal.state.event.SubjectKind;

/**
 * What a tenant asked for. Its servers are reserved when it is made; then it follows its leases.
 */
@Entity(name = "PurchaseOrder")
@Table(name = "purchase_order")
public class Order extends TenantRow {

  @Version private int version;

  private long offerId;
  private long imageId;
  private long settingsVersionId;
  private long gatewayId;
  private int serverCount;

  @Enumerated(EnumType.STRING)
  private OrderState state = OrderState.FULFILLING;

  private Instant stateSince;
  private Instant placedAt;
  private @Nullable Integer periodHours;
  private String placedBy;
  private String labels = "";
  private String hostNames = "";

  /** For Hibernate. */
  Order() {}

  public Order(long tenantId, OrderRequest request, Cause cause) {
    super(tenantId);
    this.offerId = request.offerId();
    this.imageId = request.imageId();
    this.settingsVersionId = request.settingsVersionId();
    this.gatewayId = request.gatewayId();
    this.serverCount = request.servers();
    this.stateSince = cause.at();
    this.placedAt = cause.at();
    this.periodHours = request.period().hours();
    this.labels = request.options().labels().text();
    this.hostNames = request.options().hostNames().pattern();
    this.placedBy = cause.actor().name();
  }

  /** Only {@link Orders} calls it. */
  public Change apply(OrderEvent event, Cause cause) {
    StateMachine.Outcome<OrderState> outcome =
        StateMachine.judge(OrderTransitions.TABLE, state, event, cause);
    if (outcome.change().moved()) {
      state = outcome.state();
      stateSince = cause.at();
    }
    return outcome.change();
  }

  public EventSubject subject() {
    return new EventSubject(SubjectKind.ORDER, id(), tenantId());
  }

  public long offerId() {
    return offerId;
  }

  public long imageId() {
    return imageId;
  }

  public long settingsVersionId() {
    return settingsVersionId;
  }

  public long gatewayId() {
    return gatewayId;
  }

  public Instant placedAt() {
    return placedAt;
  }

  public OrderState state() {
    return state;
  }

  /** As it was agreed for each server, from its hand-over. */
  public LeasePeriod period() {
    return new LeasePeriod(periodHours);
  }

  /** What its tenant finds its servers by. */
  public Labels labels() {
    return new Labels(labels);
  }

  /** What its tenant calls them. */
  public HostNames hostNames() {
    return new HostNames(hostNames);
  }

  public int serverCount() {
    return serverCount;
  }

  public OrderView view() {
    return new OrderView(
        id(),
        tenantId(),
        offerId,
        imageId,
        settingsVersionId,
        gatewayId,
        serverCount,
        state,
        stateSince,
        placedAt,
        period(),
        labels(),
        placedBy);
  }
}
