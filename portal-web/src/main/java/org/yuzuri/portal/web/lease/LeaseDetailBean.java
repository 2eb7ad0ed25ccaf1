package org.yuzuri.portal.web.lease;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.lease.LeaseService;
import org.yuzuri.portal.lease.LeaseView;
import org.yuzuri.portal.lease.TunnelView;
import org.yuzuri.portal.order.OrderService;
import org.yuzuri.portal.order.OrderedThings;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.site.GatewayService;
import org.yuzuri.portal.site.GatewayView;
import org.yuzuri.portal.state.EventView;
import org.yuzuri.portal.state.Kind;
import org.yuzuri.portal.transfer.TransferService;
import org.yuzuri.portal.transfer.TransferView;
import org.yuzuri.portal.web.ui.Chosen;
import org.yuzuri.portal.web.ui.Messages;
import org.yuzuri.portal.web.ui.Typed;
import org.yuzuri.portal.wipe.WipeService;
import org.yuzuri.portal.wipe.WipeView;

/**
 * One leased server: how it is reached, what happened, and giving it back. Loaded once a request.
 */
@Named
@RequestScoped
public class LeaseDetailBean {

  @Inject Chosen chosen;
  @Inject LeaseService service;
  @Inject GatewayService gateways;
  @Inject TransferService transfers;
  @Inject WipeService wipes;
  @Inject OrderService orders;
  @Inject Messages messages;

  private @Nullable LeaseView lease;
  private @Nullable OrderedThings ordered;
  private @Nullable TunnelView tunnel;
  private @Nullable Runs runs;
  private String confirmation = "";

  /** What brought the server to its tenant, and what takes it back; null before they began. */
  private record Runs(@Nullable TransferView transfer, @Nullable WipeView wipe) {}

  /** Only when the server's name was typed: what is on its disks is gone afterwards. */
  public String giveBack() {
    String name = getLease().serverName();
    if (!confirmation.strip().equals(name)) {
      throw ProblemException.invalid("confirmation", confirmation, name);
    }
    service.giveBack(chosen.getId());
    messages.done("lease.returned", name);
    return "/lease/view.xhtml?faces-redirect=true&id=" + chosen.getId();
  }

  public LeaseView getLease() {
    if (lease == null) {
      lease = service.view(chosen.getId());
    }
    return lease;
  }

  public OrderedThings getOrdered() {
    if (ordered == null) {
      ordered = orders.orderedWith(getLease().id());
    }
    return ordered;
  }

  public TunnelView getTunnel() {
    if (tunnel == null) {
      tunnel = service.tunnel(chosen.getId());
    }
    return tunnel;
  }

  public GatewayView getGateway() {
    return gateways.gateway(getLease().gatewayId());
  }

  public @Nullable TransferView getTransfer() {
    return look().transfer();
  }

  /** How far it is on its way back; null before that. */
  public @Nullable WipeView getWipe() {
    return look().wipe();
  }

  private Runs look() {
    if (runs == null) {
      long id = getLease().id();
      runs = new Runs(transfers.ofLease(id).orElse(null), wipes.ofLease(id).orElse(null));
    }
    return runs;
  }

  public List<EventView> getHistory() {
    return service.history(getLease().id());
  }

  public boolean isLive() {
    return getLease().kind() != Kind.FINAL;
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
