package org.yuzuri.portal.web.gateway;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.agent.Invitation;
import org.yuzuri.portal.site.gateway.GatewayDraft;
import org.yuzuri.portal.site.gateway.GatewayService;
import org.yuzuri.portal.web.ui.Typed;

/** The form of a new gateway; afterwards the token of its daemon, shown once. */
@Named
@RequestScoped
public class GatewayNewBean {

  private static final int SSH = 22;

  @Inject GatewayService service;

  private String name = "";
  private String outsideAddress = "";
  private String range = "";
  private String pool = "";
  private int managementPort = SSH;
  private @Nullable Invitation invitation;

  public void add() {
    invitation = service.add(new GatewayDraft(name, outsideAddress, range, pool, managementPort));
  }

  public @Nullable Invitation getInvitation() {
    return invitation;
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
}
