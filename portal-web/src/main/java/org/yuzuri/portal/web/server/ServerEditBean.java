package org.yuzuri.portal.web.server;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.agent.AgentView;
import org.yuzuri.portal.agent.view.AgentService;
import org.yuzuri.portal.offer.OfferService;
import org.yuzuri.portal.server.ServerService;
import org.yuzuri.portal.server.ServerView;
import org.yuzuri.portal.server.entry.Identity;
import org.yuzuri.portal.server.entry.ServerDraft;
import org.yuzuri.portal.web.ui.Chosen;
import org.yuzuri.portal.web.ui.Messages;
import org.yuzuri.portal.web.ui.Typed;

/** The form of a server, new while {@code id} is 0. The BMC's password is written, never shown. */
@Named
@RequestScoped
public class ServerEditBean {

  @Inject Chosen chosen;
  @Inject ServerService service;
  @Inject OfferService offerService;
  @Inject AgentService agentService;
  @Inject Messages messages;

  private Map<Long, String> offers;
  private List<AgentView> agents;
  private long offer;
  private long agent;
  private String name = "";
  private String mac = "";
  private String bootAddress = "";
  private String bootMode = "UEFI";
  private String console = "ttyS0";
  private String identity = Identity.CONSOLE.name();
  private int cpuCount = 16;
  private int memoryMib = 65_536;
  private String bmcKind = ServerDraft.bmcKinds().get(0);
  private String bmcAddress = "";
  private String bmcUser = "admin";
  private String bmcPassword = "";
  private String portKind = ServerDraft.USUAL_PORT_KIND;
  private String portName = "";
  private String disks = "";
  private int described;

  /** What can be chosen: offers, and the lender's daemons, one a site. */
  @PostConstruct
  void choices() {
    offers = offerService.names();
    agents = agentService.listLenderAgents();
  }

  public void load() {
    if (isNew()) {
      return;
    }
    ServerView server = service.view(chosen.getId());
    offer = server.offerId();
    agent = server.agentId();
    name = server.name();
    described = server.described();
    mac = server.boot().mac();
    bootAddress = server.boot().address();
    bootMode = server.boot().mode();
    console = server.boot().console();
    identity = server.boot().identity().name();
    cpuCount = server.hardware().cpuCount();
    memoryMib = server.hardware().memoryMib();
    bmcKind = server.bmc().kind();
    bmcAddress = server.bmc().address();
    bmcUser = server.bmc().user();
    portKind = server.port().kind();
    portName = server.port().name();
    disks =
        server.hardware().disks().stream()
            .map(disk -> disk.device() + " " + disk.sizeGib() + " " + disk.stableId())
            .collect(Collectors.joining("\n"));
  }

  public String save() {
    ServerDraft draft =
        new ServerDraft(
            offer,
            agent,
            name,
            mac,
            bootAddress,
            bootMode,
            console,
            identity,
            cpuCount,
            memoryMib,
            bmcKind,
            bmcAddress,
            bmcUser,
            bmcPassword,
            portKind,
            portName,
            disks);
    long id = chosen.getId();
    if (isNew()) {
      id = service.add(draft);
    } else {
      service.change(id, described, draft);
    }
    messages.done("server.saved", name);
    return "/server/view.xhtml?faces-redirect=true&id=" + id;
  }

  /** Of the entry that is typed over. */
  public int getDescribed() {
    return described;
  }

  public void setDescribed(int described) {
    this.described = described;
  }

  public boolean isNew() {
    return chosen.getId() == 0;
  }

  public Map<Long, String> getOffers() {
    return offers;
  }

  public List<AgentView> getAgents() {
    return agents;
  }

  public long getOffer() {
    return offer;
  }

  public void setOffer(long offer) {
    this.offer = offer;
  }

  public long getAgent() {
    return agent;
  }

  public void setAgent(long agent) {
    this.agent = agent;
  }

  public String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = Typed.text(name);
  }

  public String getMac() {
    return mac;
  }

  public void setMac(@Nullable String mac) {
    this.mac = Typed.text(mac);
  }

  public String getBootAddress() {
    return bootAddress;
  }

  public void setBootAddress(@Nullable String bootAddress) {
    this.bootAddress = Typed.text(bootAddress);
  }

  public String getBootMode() {
    return bootMode;
  }

  public void setBootMode(@Nullable String bootMode) {
    this.bootMode = Typed.text(bootMode);
  }

  public String getConsole() {
    return console;
  }

  public void setConsole(@Nullable String console) {
    this.console = Typed.text(console);
  }

  public String getIdentity() {
    return identity;
  }

  public void setIdentity(@Nullable String identity) {
    this.identity = Typed.text(identity);
  }

  public int getCpuCount() {
    return cpuCount;
  }

  public void setCpuCount(int cpuCount) {
    this.cpuCount = cpuCount;
  }

  public int getMemoryMib() {
    return memoryMib;
  }

  public void setMemoryMib(int memoryMib) {
    this.memoryMib = memoryMib;
  }

  public List<String> getBmcKinds() {
    return ServerDraft.bmcKinds();
  }

  public String getBmcKind() {
    return bmcKind;
  }

  public void setBmcKind(@Nullable String bmcKind) {
    this.bmcKind = Typed.text(bmcKind);
  }

  public String getBmcAddress() {
    return bmcAddress;
  }

  public void setBmcAddress(@Nullable String bmcAddress) {
    this.bmcAddress = Typed.text(bmcAddress);
  }

  public String getBmcUser() {
    return bmcUser;
  }

  public void setBmcUser(@Nullable String bmcUser) {
    this.bmcUser = Typed.text(bmcUser);
  }

  public String getBmcPassword() {
    return bmcPassword;
  }

  public void setBmcPassword(@Nullable String bmcPassword) {
    this.bmcPassword = Typed.text(bmcPassword);
  }

  public List<String> getPortKinds() {
    return ServerDraft.portKinds();
  }

  public String getPortKind() {
    return portKind;
  }

  public void setPortKind(@Nullable String portKind) {
    this.portKind = Typed.text(portKind);
  }

  public String getPortName() {
    return portName;
  }

  public void setPortName(@Nullable String portName) {
    this.portName = Typed.text(portName);
  }

  public String getDisks() {
    return disks;
  }

  public void setDisks(@Nullable String disks) {
    this.disks = Typed.text(disks);
  }
}
