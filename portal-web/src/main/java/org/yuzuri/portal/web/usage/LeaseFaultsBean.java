package org.yuzuri.portal.web.usage;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.metering.FaultKind;
import org.yuzuri.portal.lease.view.LeaseService;
import org.yuzuri.portal.lease.view.LeaseView;
import org.yuzuri.portal.price.BillingRules;
import org.yuzuri.portal.usage.FaultEntry;
import org.yuzuri.portal.usage.FaultView;
import org.yuzuri.portal.usage.UsageService;
import org.yuzuri.portal.web.ui.Chosen;
import org.yuzuri.portal.web.ui.Messages;
import org.yuzuri.portal.web.ui.Typed;

/** Faults of the datacenter that a lease suffered; notes one. Loaded once a request. */
@Named
@RequestScoped
public class LeaseFaultsBean {

  @Inject Chosen chosen;
  @Inject UsageService service;
  @Inject LeaseService leases;
  @Inject Messages messages;

  private LeaseView lease;
  private List<FaultView> faults;
  private String from = "";
  private String until = "";
  private String kind = "";
  private String reason = "";

  @PostConstruct
  void load() {
    faults = service.faults(chosen.getId());
    lease = leases.view(chosen.getId());
  }

  public String note() {
    service.noteFault(
        chosen.getId(), FaultEntry.of(from, until, kind, reason, BillingRules.configured().zone()));
    messages.done("usage.fault.noted");
    return "/usage/fault.xhtml?faces-redirect=true&id=" + chosen.getId();
  }

  public LeaseView getLease() {
    return lease;
  }

  /** In the order in which they became known. */
  public List<FaultView> getFaults() {
    return faults;
  }

  /** Whose clocks the form means. */
  public String getZone() {
    return BillingRules.configured().zone().getId();
  }

  public String getFrom() {
    return from;
  }

  public void setFrom(@Nullable String from) {
    this.from = Typed.text(from);
  }

  public String getUntil() {
    return until;
  }

  public void setUntil(@Nullable String until) {
    this.until = Typed.text(until);
  }

  /** What people note. */
  public List<FaultKind> getKinds() {
    return FaultEntry.KINDS;
  }

  public String getKind() {
    return kind;
  }

  public void setKind(@Nullable String kind) {
    this.kind = Typed.text(kind);
  }

  public String getReason() {
    return reason;
  }

  public void setReason(@Nullable String reason) {
    this.reason = Typed.text(reason);
  }
}
