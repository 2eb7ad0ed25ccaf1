package org.yuzuri.portal.web.lease;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.lease.period.LeaseMeter;
import org.yuzuri.portal.lease.view.LeaseService;
import org.yuzuri.portal.lease.view.LeaseView;
import org.yuzuri.portal.lease.view.TunnelView;
import org.yuzuri.portal.order.placing.OrderService;
import org.yuzuri.portal.order.placing.OrderedThings;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.platform.together.ReadTogether;
import org.yuzuri.portal.platform.together.TogetherService;
import org.yuzuri.portal.run.state.RunState;
import org.yuzuri.portal.site.gateway.GatewayService;
import org.yuzuri.portal.site.gateway.GatewayView;
import org.yuzuri.portal.state.event.EventView;
import org.yuzuri.portal.transfer.view.TransferRow;
import org.yuzuri.portal.transfer.view.TransferService;
import org.yuzuri.portal.usage.LeaseCost;
import org.yuzuri.portal.usage.UsageService;
import org.yuzuri.portal.usage.traffic.TrafficUsed;
import org.yuzuri.portal.web.ui.Chosen;
import org.yuzuri.portal.web.ui.Messages;
import org.yuzuri.portal.web.ui.Typed;
import org.yuzuri.portal.wipe.WipeService;
import org.yuzuri.portal.wipe.WipeView;
import org.yuzuri.portal.wipe.certificate.EraseCertificate;
import org.yuzuri.portal.wipe.certificate.EraseCertificateService;

/**
 * One leased server: how it is reached, what happened, and giving it back. Loaded once a request.
 */
@Named
@RequestScoped
public class LeaseDetailBean {

  @Inject Chosen chosen;
  @Inject TogetherService together;
  @Inject LeaseService service;
  @Inject GatewayService gateways;
  @Inject TransferService transfers;
  @Inject WipeService wipes;
  @Inject EraseCertificateService certificates;
  @Inject OrderService orders;
  @Inject UsageService usage;
  @Inject CurrentSubject subject;
  @Inject Messages messages;

  private LeaseView lease;
  private OrderedThings ordered;
  private List<EventView> history;
  private @Nullable TransferRow transfer;
  private @Nullable Instant expected;
  private @Nullable WipeView wipe;
  private @Nullable TunnelView tunnel;
  private @Nullable GatewayView gateway;
  private @Nullable LeaseMeter meter;
  private @Nullable LeaseCost cost;
  private @Nullable TrafficUsed traffic;
  private @Nullable EraseCertificate certificate;
  private String confirmation = "";

  @PostConstruct
  void load() {
    together.read(() -> read(chosen.getId()));
  }

  @ReadTogether
  private void read(long id) {
    lease = service.view(id);
    ordered = orders.orderedWith(id);
    history = service.history(id);
    transfer = subject.may(Permissions.TRANSFER_READ) ? transfers.ofLease(id).orElse(null) : null;
    expected = isInstalling() ? transfers.expectedHandOver(id).orElse(null) : null;
    wipe = wipes.ofLease(id).orElse(null);
    meter = lease.handedOverAt() == null ? null : service.meter(id);
    cost = meter == null ? null : usage.costOf(id);
    traffic = meter == null ? null : usage.trafficOf(id).orElse(null);
    certificate = wipe == null ? null : certificates.ofLease(id).orElse(null);
    tunnel = lease.isActive() ? service.tunnel(id) : null;
    boolean connected = lease.cutOffAt() == null && subject.may(Permissions.GATEWAY_READ);
    gateway = connected ? gateways.gateway(lease.gatewayId()) : null;
  }

  /** Only when the server's name was typed: what is on its disks is gone afterwards. */
  public String giveBack() {
    String name = lease.serverName();
    if (!confirmation.strip().equals(name)) {
      throw ProblemException.invalid("confirmation", confirmation, name);
    }
    service.giveBack(chosen.getId());
    messages.done("lease.returned", name);
    return "/lease/view.xhtml?faces-redirect=true&id=" + chosen.getId();
  }

  public LeaseView getLease() {
    return lease;
  }

  public OrderedThings getOrdered() {
    return ordered;
  }

  /** Only while the server is handed over. */
  public @Nullable TunnelView getTunnel() {
    return tunnel;
  }

  /** To and from the outside this month; only once it was counted. */
  public @Nullable TrafficUsed getTraffic() {
    return traffic;
  }

  /** What it has come to, and which faults it suffered; only once it was handed over. */
  public @Nullable LeaseCost getCost() {
    return cost;
  }

  /** How long it has lasted; only once it was handed over. */
  public @Nullable LeaseMeter getMeter() {
    return meter;
  }

  /** What its tenant can have certified; only once it was erased. */
  public @Nullable EraseCertificate getCertificate() {
    return certificate;
  }

  /** Only until it is cut off from it; null for who may not see gateways, too. */
  public @Nullable GatewayView getGateway() {
    return gateway;
  }

  /** When the hand-over is expected; only while it is worked on. */
  public @Nullable Instant getExpected() {
    return expected;
  }

  /** Null for who may not see transfers, too. */
  public @Nullable TransferRow getTransfer() {
    return transfer;
  }

  /** Whether its transfer is at work, and the viewer may see that. */
  public boolean isInstalling() {
    return transfer != null && transfer.state() == RunState.RUNNING;
  }

  /** How far it is on its way back; null before that. */
  public @Nullable WipeView getWipe() {
    return wipe;
  }

  public List<EventView> getHistory() {
    return history;
  }

  public boolean isLive() {
    return !lease.isFinal();
  }

  public long getId() {
    return chosen.getId();
  }

  public String getConfirmation() {
    return confirmation;
  }

  public void setConfirmation(@Nullable String confirmation) {
    this.confirmation = Typed.text(confirmation);
  }
}
