package org.yuzuri.portal.web.server;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.inspection.InspectionService;
import org.yuzuri.portal.inspection.InspectionView;
import org.yuzuri.portal.platform.together.ReadTogether;
import org.yuzuri.portal.platform.together.TogetherService;
import org.yuzuri.portal.server.ServerService;
import org.yuzuri.portal.server.ServerView;
import org.yuzuri.portal.state.event.EventView;
import org.yuzuri.portal.web.ui.Chosen;
import org.yuzuri.portal.web.ui.Messages;
import org.yuzuri.portal.web.ui.Typed;
import org.yuzuri.portal.web.ui.language.Texts;
import org.yuzuri.portal.wipe.WipeRecordView;
import org.yuzuri.portal.wipe.WipeService;
import org.yuzuri.portal.wipe.WipeView;

/** One server of the pool, its history, and what the operator may decide. Loaded once a request. */
@Named
@RequestScoped
public class ServerDetailBean {

  @Inject Chosen chosen;
  @Inject TogetherService together;
  @Inject ServerService service;
  @Inject WipeService wipeService;
  @Inject InspectionService inspections;
  @Inject Messages messages;
  @Inject Texts texts;

  private ServerView server;
  private List<EventView> history;
  private List<WipeView> wipes;
  private List<WipeRecordView> records;
  private @Nullable InspectionView inspection;
  private int described;
  private String waiverReason = "";
  private String maintenanceNote = "";

  @PostConstruct
  void load() {
    together.read(() -> read(chosen.getId()));
  }

  @ReadTogether
  private void read(long id) {
    server = service.view(id);
    described = server.described();
    history = service.history(id);
    wipes = wipeService.ofServer(id);
    records = wipeService.recordsOf(id);
    inspection = inspections.ofServer(id).orElse(null);
  }

  public String takeOut() {
    service.takeOut(chosen.getId(), maintenanceNote);
    return decided("TAKE_OUT");
  }

  /** By a run: its page shows how far it is. */
  public String admit() {
    inspections.admit(chosen.getId());
    return decided("ADMIT");
  }

  /** By the operator's own word. */
  public String admitWithoutRun() {
    service.admitWithoutRun(chosen.getId(), waiverReason);
    return decided("ADMIT_WITHOUT_RUN");
  }

  /** Puts what the last inspection found into the server's entry. */
  public String takeOver() {
    service.change(chosen.getId(), described, inspections.asFound(chosen.getId()));
    messages.done("server.saved", server.name());
    return page();
  }

  private String decided(String event) {
    messages.done("server.decided", texts.of("server.event", event));
    return page();
  }

  private String page() {
    return "/server/view.xhtml?faces-redirect=true&id=" + chosen.getId();
  }

  /** Through a wipe: the only way out of quarantine and of a failed wipe. */
  public String release() {
    wipeService.release(chosen.getId());
    messages.done("server.released");
    return page();
  }

  public String retire() {
    wipeService.retire(chosen.getId());
    return decided("RETIRE");
  }

  public String inspect() {
    inspections.begin(chosen.getId());
    return decided("INSPECT");
  }

  /** Of the entry that what was found is compared with. */
  public int getDescribed() {
    return described;
  }

  public void setDescribed(int described) {
    this.described = described;
  }

  public String getMaintenanceNote() {
    return maintenanceNote;
  }

  public void setMaintenanceNote(@Nullable String maintenanceNote) {
    this.maintenanceNote = Typed.text(maintenanceNote);
  }

  public String getWaiverReason() {
    return waiverReason;
  }

  public void setWaiverReason(@Nullable String waiverReason) {
    this.waiverReason = Typed.text(waiverReason);
  }

  /** Its last inspection; null when there was none. */
  public @Nullable InspectionView getInspection() {
    return inspection;
  }

  /** What proves its erasures, newest first. */
  public List<WipeRecordView> getRecords() {
    return records;
  }

  public List<WipeView> getWipes() {
    return wipes;
  }

  public ServerView getServer() {
    return server;
  }

  public List<EventView> getHistory() {
    return history;
  }

  public long getId() {
    return chosen.getId();
  }
}
