package org.yuzuri.portal.web.announcement;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.yuzuri.portal.announcement.AnnouncementRow;
import org.yuzuri.portal.announcement.AnnouncementService;
import org.yuzuri.portal.announcement.AnnouncementState;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.Page;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.web.ui.ListBean;
import org.yuzuri.portal.web.ui.Messages;

/** Every announcement; takes them back. */
@Named
@ViewScoped
public class AnnouncementListBean extends ListBean<AnnouncementRow, AnnouncementState> {

  private static final long serialVersionUID = 1L;

  @Inject AnnouncementService service;
  @Inject Messages messages;

  /** An empty list, until it is loaded. */
  public AnnouncementListBean() {
    super(AnnouncementState.class);
  }

  @Override
  protected Page<AnnouncementRow> page(ListFilter<AnnouncementState> filter, PageRequest request) {
    return service.list(filter, request);
  }

  /** Nobody sees it any more. */
  public void withdraw(AnnouncementRow row) {
    service.withdraw(row.id());
    messages.done("announcement.withdrawn");
    load();
  }
}
