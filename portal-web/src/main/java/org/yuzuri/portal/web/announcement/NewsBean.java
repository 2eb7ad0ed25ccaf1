package org.yuzuri.portal.web.announcement;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.announcement.AnnouncementNews;
import org.yuzuri.portal.announcement.AnnouncementService;
import org.yuzuri.portal.web.ui.Messages;

/** What the viewer is told on top of the page, as it was when the page was opened. */
@Named("news")
@ViewScoped
public class NewsBean implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject AnnouncementService service;
  @Inject CurrentSubject subject;
  @Inject Messages messages;

  private final ArrayList<AnnouncementNews> all = new ArrayList<>();

  @PostConstruct
  void load() {
    if (subject.isPresent()) {
      all.addAll(service.own());
    }
  }

  public List<AnnouncementNews> getAll() {
    return all;
  }

  /** Puts one away for the viewer alone. */
  public void dismiss(AnnouncementNews told) {
    service.dismiss(told.id());
    all.remove(told);
    messages.done("announcement.dismissed");
  }
}
