package org.yuzuri.portal.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.lease.LeaseListener;
import org.yuzuri.portal.lease.LeaseState;
import org.yuzuri.portal.mail.letter.MailKind;
import org.yuzuri.portal.order.OrderListener;
import org.yuzuri.portal.order.OrderState;
import org.yuzuri.portal.server.Servers;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.state.Fault;

/** Tells a tenant what happened to its leases and orders. Transaction: that of the change. */
@ApplicationScoped
public class LeaseNotices implements LeaseListener, OrderListener {

  @Inject Receivers receivers;
  @Inject Servers servers;

  @Override
  public void moved(Lease lease, LeaseState from, Cause cause) {
    switch (lease.state()) {
      case ACTIVE -> handedOver(lease, cause);
      case FAILING -> transferFailed(lease, cause);
      case CLOSED -> closed(lease, from, cause);
      default -> {
        // Its tenant has asked for it, or is told when it is over.
      }
    }
  }

  @Override
  public void moved(long orderId, long tenantId, OrderState to) {
    if (to == OrderState.FAILED) {
      Map<String, String> values =
          Map.of("order", String.valueOf(orderId), "link", "/order/view.xhtml?id=" + orderId);
      receivers.tell(tenantId, MailKind.ORDER_FAILED, "order-failed/" + orderId, values, null);
    }
  }

  /** The lease ends soon; nobody is told after its end. */
  void ends(Lease lease, Lead lead, Instant now) {
    Instant end = Objects.requireNonNull(lease.endsAt(), "endsAt");
    Map<String, String> values = values(lease);
    values.put("endsAt", end.toString());
    values.put("left", Duration.between(now, end).toString());
    tell(lease, MailKind.LEASE_ENDS, "lease-ends/%d/" + end + "/" + lead, values, end);
  }

  private void handedOver(Lease lease, Cause cause) {
    Map<String, String> values = values(lease);
    values.put("address", lease.virtualAddress().text());
    values.put("at", cause.at().toString());
    tell(lease, MailKind.SERVER_HANDED_OVER, "handed-over/%d", values, null);
  }

  private void transferFailed(Lease lease, Cause cause) {
    Map<String, String> values = values(lease);
    values.put("fault", Objects.requireNonNullElse(cause.fault(), Fault.UNKNOWN).name());
    values.put("reason", cause.code());
    values.put("at", cause.at().toString());
    tell(lease, MailKind.TRANSFER_FAILED, "transfer-failed/%d", values, null);
  }

  /** A lease that an operator settled closes, too, but nothing was proven erased. */
  private void closed(Lease lease, LeaseState from, Cause cause) {
    if (from == LeaseState.RECLAIMING) {
      Map<String, String> values = values(lease);
      values.put("at", cause.at().toString());
      tell(lease, MailKind.SERVER_RETURNED, "returned/%d", values, null);
    }
  }

  private Map<String, String> values(Lease lease) {
    Map<String, String> values = new HashMap<>();
    values.put("server", servers.server(lease.serverId()).name());
    values.put("link", "/lease/view.xhtml?id=" + lease.id());
    return values;
  }

  private void tell(
      Lease lease, MailKind kind, String key, Map<String, String> values, @Nullable Instant until) {
    receivers.tell(
        lease.tenantId(), kind, key.replace("%d", String.valueOf(lease.id())), values, until);
  }
}
