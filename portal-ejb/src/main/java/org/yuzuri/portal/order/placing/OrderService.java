package org.yuzuri.portal.order.placing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.access.stepup.StepUp;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.epoch.Epochs;
import org.yuzuri.portal.lease.LeaseState;
import org.yuzuri.portal.lease.LeaseTerms;
import org.yuzuri.portal.lease.Leases;
import org.yuzuri.portal.offer.OfferView;
import org.yuzuri.portal.order.Order;
import org.yuzuri.portal.order.OrderProblem;
import org.yuzuri.portal.order.OrderRequest;
import org.yuzuri.portal.order.OrderRow;
import org.yuzuri.portal.order.OrderState;
import org.yuzuri.portal.order.OrderView;
import org.yuzuri.portal.order.Orders;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.Page;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.price.Price;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.server.Servers;
import org.yuzuri.portal.server.entry.Identity;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.state.event.EventView;
import org.yuzuri.portal.state.event.History;
import org.yuzuri.portal.state.event.SubjectKind;
import org.yuzuri.portal.transfer.Installation;
import org.yuzuri.portal.transfer.view.TransferTimes;
import org.yuzuri.settings.plan.InstallPlan;

/** Orders: reviewed, placed, watched and called off. Transaction: required. */
@Stateless
public class OrderService {

  @Inject Orders orders;
  @Inject OrderDesk desk;
  @Inject Restraints restraints;
  @Inject Leases leases;
  @Inject Servers servers;
  @Inject Epochs epochs;
  @Inject Lending lending;
  @Inject TransferTimes times;
  @Inject History history;
  @Inject CurrentSubject subject;
  @Inject AuditTrail audit;
  @Inject StepUp stepUp;
  @Inject Clock clock;

  @PersistenceContext EntityManager em;

  /**
   * What confirming would do: the merged plan, its findings, the price, and what stands in the way.
   * Reserves nothing.
   */
  @RequiresPermissions(Permissions.ORDER_PLACE)
  public OrderReview review(OrderRequest request) {
    OfferView offer = desk.offer(request);
    Ground ground = desk.ground(request);
    Price all = offer.price().times(request.servers());
    return new OrderReview(
        desk.asOfNow(request, ground.serverId()),
        ground.freeServers(),
        all,
        request.period().cost(all, clock.instant()).orElse(null),
        offer.identityByPort(),
        ReviewLine.of(
            desk.ownText(request), ground.plan().map(InstallPlan::lines).orElse(List.of())),
        ground.findings(),
        desk.isStrict(request),
        times.expected(request.imageId(), request.offerId()),
        ground.restraint().quotas(),
        OrderPolicies.objections(ground).stream().map(OrderPolicies.Objection::view).toList());
  }

  /**
   * Reserves the servers, all or none, and begins their transfers.
   *
   * @param reviewed what the review of this request said
   * @return the order's id
   * @throws ProblemException RECONCILING, what changed since the review, or the first rule that
   *     stands in the way; nothing was reserved
   */
  @RequiresPermissions(Permissions.ORDER_PLACE)
  public long place(OrderRequest request, ReviewedOrder reviewed) {
    epochs.requireConfirmed();
    restraints.lock(subject.tenantId());
    OfferView offer = desk.offer(request);
    reviewed
        .changedTo(desk.asOfNow(request, reviewed.serverId()))
        .ifPresent(
            changed -> {
              throw changed;
            });
    List<Server> reserved = servers.lockFree(request.offerId(), request.servers());
    if (!reviewed.identityByPort()
        && reserved.stream().anyMatch(server -> server.identity() == Identity.PORT)) {
      throw ReviewedOrder.identityChanged();
    }
    Ground ground = desk.ground(request);
    OrderPolicies.objections(ground).stream()
        .findFirst()
        .ifPresent(
            objection -> {
              throw objection.asException();
            });
    if (reserved.size() < request.servers()) {
      throw new ProblemException(
          OrderProblem.NOT_ENOUGH_FREE_SERVERS,
          "servers",
          request.servers(),
          String.valueOf(reserved.size()));
    }
    Cause cause = Cause.of(subject.actor(), clock.instant(), "ORDERED");
    Order order = new Order(subject.tenantId(), request, cause);
    orders.add(order);
    int number = 0;
    for (Server server : reserved) {
      number++;
      lend(order, request, offer, server, number, ground, cause);
    }
    audit.record("order.place", "order " + order.id(), request.servers() + " x " + offer.name());
    return order.id();
  }

  private void lend(
      Order order,
      OrderRequest request,
      OfferView offer,
      Server server,
      int number,
      Ground ground,
      Cause cause) {
    LeaseTerms terms =
        new LeaseTerms(
            order.tenantId(),
            order.id(),
            server.id(),
            request.gatewayId(),
            order.period(),
            offer.price(),
            request.options().hostNames().name(number, ""),
            request.options().labels());
    lending.lend(terms, server, installation(request, server, number, ground), cause);
  }

  private Installation installation(
      OrderRequest request, Server server, int number, Ground ground) {
    InstallPlan plan = desk.plan(request, server, number, ground.gateway());
    String origins =
        plan.lines().stream().map(line -> line.origin().name()).collect(Collectors.joining("\n"));
    return new Installation(
        request.imageId(), plan.text(), origins, SettingsArguments.of(desk.release(request)));
  }

  /** Orders that the subject may see; newest first unless asked otherwise. */
  @RequiresPermissions(Permissions.ORDER_READ)
  public Page<OrderRow> list(ListFilter<OrderState> filter, PageRequest request) {
    return OrderRow.ALL.page(em, filter, request);
  }

  /** One order. */
  @RequiresPermissions(Permissions.ORDER_READ)
  public OrderView view(long id) {
    return orders.order(id).view();
  }

  /** What was ordered, by name. */
  @RequiresPermissions(Permissions.ORDER_READ)
  public OrderedThings ordered(long id) {
    return desk.ordered(orders.order(id), leases.ofOrder(id));
  }

  /** What was ordered with a lease, by name. */
  @RequiresPermissions(Permissions.ORDER_READ)
  public OrderedThings orderedWith(long leaseId) {
    return ordered(leases.lease(leaseId).orderId());
  }

  /** The same order once more: what of it can still be chosen. */
  @RequiresPermissions(Permissions.ORDER_PLACE)
  public OrderAgain again(long id) {
    return desk.again(orders.order(id));
  }

  /** What happened to it, oldest first. */
  @RequiresPermissions(Permissions.ORDER_READ)
  public List<EventView> history(long id) {
    orders.order(id);
    return history.of(SubjectKind.ORDER, id);
  }

  /**
   * Calls the order off: transfers end; servers that were handed over stay the tenant's. Harmless
   * when it is over.
   *
   * @throws ProblemException STEP_UP_NEEDED: a server of it was handed over
   */
  @RequiresPermissions(Permissions.ORDER_PLACE)
  public void cancel(long id) {
    if (leases.ofOrder(id).stream().anyMatch(lease -> lease.state() == LeaseState.ACTIVE)) {
      stepUp.check();
    }
    orders.cancel(id, Cause.of(subject.actor(), clock.instant(), "CANCELLED"));
    audit.record("order.cancel", "order " + id, "");
  }
}
