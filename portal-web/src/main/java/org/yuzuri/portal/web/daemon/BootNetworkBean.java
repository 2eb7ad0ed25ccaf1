package org.yuzuri.portal.web.daemon;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.agent.view.AgentService;
import org.yuzuri.portal.site.BootNetwork;
import org.yuzuri.portal.site.BootNetworkService;
import org.yuzuri.portal.web.ui.Chosen;
import org.yuzuri.portal.web.ui.Messages;
import org.yuzuri.portal.web.ui.Typed;

/** The boot network of one lender agent: where its servers boot. */
@Named
@RequestScoped
public class BootNetworkBean {

  @Inject Chosen chosen;
  @Inject BootNetworkService service;
  @Inject AgentService agents;
  @Inject Messages messages;

  private String agentName;
  private long version;
  private String prefix = "";
  private String router = "";
  private String firstAddress = "";
  private String lastAddress = "";
  private String nameServers = "";

  /** The networks first: whoever may not see them does not learn which daemons there are. */
  @PostConstruct
  void load() {
    version = service.version(chosen.getId());
    service.list().stream()
        .filter(network -> network.agentId() == chosen.getId())
        .forEach(this::show);
    agentName = agents.view(chosen.getId()).name();
  }

  private void show(BootNetwork network) {
    prefix = network.prefix();
    router = network.router();
    firstAddress = network.firstAddress();
    lastAddress = network.lastAddress();
    nameServers = String.join(",", network.nameServers());
  }

  public String save() {
    List<String> names = BootNetwork.listOf(nameServers.replace(" ", ""));
    service.define(
        version, new BootNetwork(chosen.getId(), prefix, router, firstAddress, lastAddress, names));
    messages.done("network.saved", agentName);
    return "/daemon/list.xhtml?faces-redirect=true";
  }

  public String getAgentName() {
    return agentName;
  }

  /** Of the entry that is typed over. */
  public long getVersion() {
    return version;
  }

  public void setVersion(long version) {
    this.version = version;
  }

  public String getPrefix() {
    return prefix;
  }

  public void setPrefix(@Nullable String prefix) {
    this.prefix = Typed.text(prefix);
  }

  public String getRouter() {
    return router;
  }

  public void setRouter(@Nullable String router) {
    this.router = Typed.text(router);
  }

  public String getFirstAddress() {
    return firstAddress;
  }

  public void setFirstAddress(@Nullable String firstAddress) {
    this.firstAddress = Typed.text(firstAddress);
  }

  public String getLastAddress() {
    return lastAddress;
  }

  public void setLastAddress(@Nullable String lastAddress) {
    this.lastAddress = Typed.text(lastAddress);
  }

  public String getNameServers() {
    return nameServers;
  }

  public void setNameServers(@Nullable String nameServers) {
    this.nameServers = Typed.text(nameServers);
  }
}
