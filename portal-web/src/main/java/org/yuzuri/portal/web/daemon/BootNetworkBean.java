package org.yuzuri.portal.web.daemon;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.yuzuri.portal.agent.AgentService;
import org.yuzuri.portal.network.BootNetworkService;
import org.yuzuri.portal.network.BootNetworkView;
import org.yuzuri.portal.web.ui.Chosen;
import org.yuzuri.portal.web.ui.Messages;

/** The boot network of one lender agent: where its servers boot. */
@Named
@RequestScoped
public class BootNetworkBean {

  @Inject Chosen chosen;
  @Inject BootNetworkService service;
  @Inject AgentService agents;
  @Inject Messages messages;

  private String prefix;
  private String router;
  private String firstAddress;
  private String lastAddress;
  private String nameServers;

  public void load() {
    service.list().stream()
        .filter(network -> network.agentId() == chosen.getId())
        .forEach(this::show);
  }

  private void show(BootNetworkView network) {
    prefix = network.prefix();
    router = network.router();
    firstAddress = network.firstAddress();
    lastAddress = network.lastAddress();
    nameServers = network.nameServers();
  }

  public String save() {
    String names = nameServers == null ? "" : nameServers.replace(" ", "");
    service.define(
        new BootNetworkView(chosen.getId(), prefix, router, firstAddress, lastAddress, names));
    messages.done("network.saved", getAgentName());
    return "/daemon/list.xhtml?faces-redirect=true";
  }

  public String getAgentName() {
    return agents.view(chosen.getId()).name();
  }

  public String getPrefix() {
    return prefix;
  }

  public void setPrefix(String prefix) {
    this.prefix = prefix;
  }

  public String getRouter() {
    return router;
  }

  public void setRouter(String router) {
    this.router = router;
  }

  public String getFirstAddress() {
    return firstAddress;
  }

  public void setFirstAddress(String firstAddress) {
    this.firstAddress = firstAddress;
  }

  public String getLastAddress() {
    return lastAddress;
  }

  public void setLastAddress(String lastAddress) {
    this.lastAddress = lastAddress;
  }

  public String getNameServers() {
    return nameServers;
  }

  public void setNameServers(String nameServers) {
    this.nameServers = nameServers;
  }
}
