package org.yuzuri.portal.web.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.yuzuri.portal.access.CurrentSubject;

/** The entries of the top bar for whoever is logged in. */
@Named("navigation")
@RequestScoped
public class NavigationBean {

  private static final List<Entry> TENANT =
      List.of(
          new Entry("/index.xhtml", "nav.orders", "/order/"),
          new Entry("/lease/list.xhtml", "nav.leases", "/(lease|transfer)/"),
          new Entry("/image/list.xhtml", "nav.images", "/image/"),
          new Entry("/settings/list.xhtml", "nav.settings", "/settings/"),
          new Entry("/gateway/list.xhtml", "nav.gateways", "/gateway/"));
  private static final List<Entry> OPERATOR =
      List.of(
          new Entry("/server/list.xhtml", "nav.servers", "/server/"),
          new Entry("/index.xhtml", "nav.all.orders", "/order/"),
          new Entry("/transfer/list.xhtml", "nav.transfers", "/transfer/"),
          new Entry("/offer/list.xhtml", "nav.offers", "/offer/"),
          new Entry("/daemon/list.xhtml", "nav.agents", "/daemon/"),
          new Entry("/image/list.xhtml", "nav.images", "/image/"));

  @Inject CurrentSubject subject;

  public List<Entry> getEntries() {
    return subject.isOperator() ? OPERATOR : TENANT;
  }

  /**
   * One link.
   *
   * @param path the page
   * @param text key of its name
   * @param folder pattern of the folders whose pages belong to the entry
   */
  public record Entry(String path, String text, String folder) {

    /** Whether the page with this path belongs to the entry. */
    public boolean isCurrent(String page) {
      return page.equals(path) || page.matches(folder + ".*");
    }
  }
}
