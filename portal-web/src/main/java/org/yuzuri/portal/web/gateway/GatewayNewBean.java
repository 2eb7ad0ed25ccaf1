package org.yuzuri.portal.web.gateway;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.yuzuri.portal.agent.Invitation;
import org.yuzuri.portal.network.GatewayDraft;
import org.yuzuri.portal.network.GatewayService;

/** The form of a new gateway; afterwards the token of its daemon, shown once. */
@Named
@RequestScoped
public class GatewayNewBean {

  private static final int SSH = 22;

  @Inject GatewayService service;

  private String name;
  private String outsideAddress;
  private String range;
  private String pool;
  private int managementPort = SSH;
  private Invitation invitation;

  public void add() {
    invitation =
        service.add(
            new GatewayDraft(name, outsideAddress, range, pool, managementPort, null, null));
  }

  public Invitation getInvitation() {
    return invitation;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getOutsideAddress() {
    return outsideAddress;
  }

  public void setOutsideAddress(String outsideAddress) {
    this.outsideAddress = outsideAddress;
  }

  public String getRange() {
    return range;
  }

  public void setRange(String range) {
    this.range = range;
  }

  public String getPool() {
    return pool;
  }

  public void setPool(String pool) {
    this.pool = pool;
  }

  public int getManagementPort() {
    return managementPort;
  }

  public void setManagementPort(int managementPort) {
    this.managementPort = managementPort;
  }
}
