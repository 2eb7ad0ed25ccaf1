package org.yuzuri.portal.web.server;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.inspection.InspectionService;
import org.yuzuri.portal.inspection.InspectionView;
import org.yuzuri.portal.server.ServerService;
import org.yuzuri.portal.server.ServerView;
import org.yuzuri.portal.state.EventView;
import org.yuzuri.portal.web.ui.Chosen;
import org.yuzuri.portal.web.ui.Messages;
import org.yuzuri.portal.web.ui.Texts;
import org.yuzuri.portal.wipe.WipeRecordView;
import org.yuzuri.portal.wipe.WipeService;
import org.yuzuri.portal.wipe.WipeView;

/** One server of the pool, its history, and what the operator may decide. Loaded once a request. */
@Named
@RequestScoped
public class ServerDetailBean {

  @Inject Chosen chosen;
  @Inject ServerService service;
  @Inject WipeService wipeService;
  @Inject InspectionService inspections;
  @Inject Messages messages;
  @Inject Texts texts;

  private @Nullable ServerView server;
  private @Nullable List<EventView> history;
  private @Nullable List<WipeView> wipes;
  private @Nullable List<WipeRecordView> records;
  private @Nullable List<InspectionView> inspected;

  public String decide(String event) {
    service.decide(chosen.getId(), event);
    messages.done("server.decided", texts.of("server.event", event));
    return "/server/view.xhtml?faces-redirect=true&id=" + chosen.getId();
  }

  /** Through a wipe: the only way out of quarantine and of a failed wipe. */
  public String release() {
    wipeService.release(chosen.getId());
    messages.done("server.released");
    return "/server/view.xhtml?faces-redirect=true&id=" + chosen.getId();
  }

  public String retire() {
    wipeService.retire(chosen.getId());
    messages.done("server.decided", texts.of("server.event", "RETIRE"));
    return "/server/view.xhtml?faces-redirect=true&id=" + chosen.getId();
  }

  public String inspect() {
    inspections.begin(chosen.getId());
    messages.done("server.decided", texts.of("server.event", "INSPECT"));
    return "/server/view.xhtml?faces-redirect=true&id=" + chosen.getId();
  }

  /** Its last inspection; null when there was none. */
  public @Nullable InspectionView getInspection() {
    if (inspected == null) {
      inspected = inspections.ofServer(chosen.getId()).stream().toList();
    }
    return inspected.isEmpty() ? null : inspected.get(0);
  }

  /** What proves its erasures, newest first. */
  public List<WipeRecordView> getRecords() {
    if (records == null) {
      records = wipeService.recordsOf(chosen.getId());
    }
    return records;
  }

  public List<WipeView> getWipes() {
    if (wipes == null) {
      wipes = wipeService.ofServer(chosen.getId());
    }
    return wipes;
  }

  public ServerView getServer() {
    if (server == null) {
      server = service.view(chosen.getId());
    }
    return server;
  }

  public List<EventView> getHistory() {
    if (history == null) {
      history = service.history(chosen.getId());
    }
    return history;
  }

  public long getId() {
    return chosen.getId();
  }
}
