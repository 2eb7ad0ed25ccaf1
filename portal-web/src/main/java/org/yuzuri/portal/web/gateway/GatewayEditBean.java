package org.yuzuri.portal.web.gateway;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.agent.Invitation;
import org.yuzuri.portal.site.gateway.GatewayDetails;
import org.yuzuri.portal.site.gateway.GatewayDraft;
import org.yuzuri.portal.site.gateway.GatewayService;
import org.yuzuri.portal.site.gateway.GatewayView;
import org.yuzuri.portal.web.ui.Chosen;
import org.yuzuri.portal.web.ui.Messages;
import org.yuzuri.portal.web.ui.Typed;

/** The form of a gateway; of a new one also the token of its daemon, shown once. */
@Named
@RequestScoped
public class GatewayEditBean {

  private static final int SSH = 22;

  @Inject Chosen chosen;
  @Inject GatewayService service;
  @Inject Messages messages;

  private long version;
  private String name = "";
  private String outsideAddress = "";
  private String range = "";
  private String pool = "";
  private int managementPort = SSH;
  private String ikeProposals = GatewayDraft.DEFAULT_IKE;
  private String espProposals = GatewayDraft.DEFAULT_ESP;
  private @Nullable Invitation invitation;

  /** What is known of the gateway that the address names. */
  public void load() {
    GatewayDetails details = service.details(chosen.getId());
    GatewayView gateway = details.gateway();
    version = details.version();
    name = gateway.name();
    outsideAddress = gateway.outsideAddress();
    range = gateway.range();
    pool = gateway.pool();
    managementPort = gateway.managementPort();
    ikeProposals = gateway.ikeProposals();
    espProposals = gateway.espProposals();
  }

  public void add() {
    invitation = service.add(draft());
    messages.done("agent.invited");
  }

  public String save() {
    service.change(chosen.getId(), version, draft());
    messages.done("gateway.saved", name);
    return "/gateway/view.xhtml?faces-redirect=true&id=" + chosen.getId();
  }

  private GatewayDraft draft() {
    return new GatewayDraft(
        name, outsideAddress, range, pool, managementPort, ikeProposals, espProposals);
  }

  /** Only in the answer to the request that made it. */
  public @Nullable Invitation getInvitation() {
    return invitation;
  }

  /** Of the entry that is typed over. */
  public long getVersion() {
    return version;
  }

  public void setVersion(long version) {
    this.version = version;
  }

  public String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = Typed.text(name);
  }

  public String getOutsideAddress() {
    return outsideAddress;
  }

  public void setOutsideAddress(@Nullable String outsideAddress) {
    this.outsideAddress = Typed.text(outsideAddress);
  }

  public String getRange() {
    return range;
  }

  public void setRange(@Nullable String range) {
    this.range = Typed.text(range);
  }

  public String getPool() {
    return pool;
  }

  public void setPool(@Nullable String pool) {
    this.pool = Typed.text(pool);
  }

  public int getManagementPort() {
    return managementPort;
  }

  public void setManagementPort(int managementPort) {
    this.managementPort = managementPort;
  }

  public String getIkeProposals() {
    return ikeProposals;
  }

  public void setIkeProposals(@Nullable String ikeProposals) {
    this.ikeProposals = Typed.text(ikeProposals);
  }

  public String getEspProposals() {
    return espProposals;
  }

  public void setEspProposals(@Nullable String espProposals) {
    this.espProposals = Typed.text(espProposals);
  }
}
