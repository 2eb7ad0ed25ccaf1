package org.yuzuri.portal.web.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.Permissions;

/** The entries of the top bar that whoever is logged in may open, and the menus they stand in. */
@Named("navigation")
@RequestScoped
public class NavigationBean {

  private static final String ALONE = "";

  /** The folders whose pages have the tabs of WEB-INF/template/billing-tabs.xhtml. */
  private static final String BILLING = "/(report|cost|price|usage|invoice)/";

  private static final List<Menu> TENANT =
      List.of(
          new Menu(
              ALONE,
              new Entry("/dashboard.xhtml", "nav.start", "/search[.]", Permissions.LEASE_READ),
              new Entry("/order/list.xhtml", "nav.orders", "/order/", Permissions.ORDER_READ),
              new Entry(
                  "/lease/list.xhtml", "nav.leases", "/(lease|transfer)/", Permissions.LEASE_READ)),
          new Menu(
              "nav.group.installing",
              new Entry("/image/list.xhtml", "nav.images", "/image/", Permissions.IMAGE_READ),
              new Entry(
                  "/settings/list.xhtml", "nav.settings", "/settings/", Permissions.SETTINGS_READ)),
          new Menu(
              ALONE,
              new Entry(
                  "/gateway/list.xhtml", "nav.gateways", "/gateway/", Permissions.GATEWAY_READ),
              new Entry("/cost/list.xhtml", "nav.billing", BILLING, Permissions.COST_READ)),
          new Menu(
              "nav.group.company",
              new Entry("/tenant/own.xhtml", "nav.company", "/tenant/", Permissions.ORDER_READ),
              new Entry("/member/list.xhtml", "nav.people", "/member/", Permissions.MEMBER_READ),
              new Entry("/audit/list.xhtml", "nav.audit", "/audit/", Permissions.AUDIT_READ)));
  private static final List<Menu> OPERATOR =
      List.of(
          new Menu(
              ALONE,
              new Entry("/dashboard.xhtml", "nav.start", "/search[.]", Permissions.SERVER_READ),
              new Entry(
                  "/problem/list.xhtml", "nav.problems", "/problem/", Permissions.SERVER_READ),
              new Entry("/order/list.xhtml", "nav.all.orders", "/order/", Permissions.ORDER_READ)),
          new Menu(
              "nav.group.fleet",
              new Entry("/server/list.xhtml", "nav.servers", "/server/", Permissions.SERVER_READ),
              new Entry(
                  "/transfer/list.xhtml", "nav.transfers", "/transfer/", Permissions.TRANSFER_READ),
              new Entry("/daemon/list.xhtml", "nav.agents", "/daemon/", Permissions.AGENT_READ),
              new Entry("/image/list.xhtml", "nav.images", "/image/", Permissions.IMAGE_READ)),
          new Menu(
              "nav.group.business",
              new Entry("/tenant/list.xhtml", "nav.tenants", "/tenant/", Permissions.TENANT_READ),
              new Entry("/offer/list.xhtml", "nav.offers", "/offer/", Permissions.OFFER_READ),
              new Entry("/report/overview.xhtml", "nav.billing", BILLING, Permissions.REPORT_READ)),
          new Menu(
              "nav.group.people",
              new Entry("/member/list.xhtml", "nav.people", "/member/", Permissions.MEMBER_READ),
              new Entry(
                  "/announcement/list.xhtml",
                  "nav.announcements",
                  "/announcement/",
                  Permissions.TENANT_READ),
              new Entry("/mail/list.xhtml", "nav.mail", "/mail/", Permissions.MAIL_READ),
              new Entry("/audit/list.xhtml", "nav.audit", "/audit/", Permissions.AUDIT_READ)));

  @Inject CurrentSubject subject;

  /** What the viewer may open; menus without an entry are left out. */
  public List<Menu> getMenus() {
    return (subject.isOperator() ? OPERATOR : TENANT)
        .stream()
            .map(menu -> menu.keeping(subject))
            .filter(menu -> !menu.entries().isEmpty())
            .toList();
  }

  /**
   * Entries that stand together.
   *
   * @param text key of the menu's name; empty for entries that stand in the bar itself
   */
  public record Menu(String text, List<Entry> entries) {

    Menu(String text, Entry... entries) {
      this(text, List.of(entries));
    }

    /** Whether its entries are shown once it is opened. */
    public boolean isGroup() {
      return !text.isEmpty();
    }

    /** Whether the page with this path belongs to one of its entries. */
    public boolean isCurrent(String page) {
      return entries.stream().anyMatch(entry -> entry.isCurrent(page));
    }

    private Menu keeping(CurrentSubject viewer) {
      return new Menu(
          text, entries.stream().filter(entry -> viewer.may(entry.permission())).toList());
    }
  }

  /**
   * One link.
   *
   * @param path the page
   * @param text key of its name
   * @param folder pattern of the folders whose pages belong to the entry
   * @param permission what its page asks for
   */
  public record Entry(String path, String text, String folder, String permission) {

    /** Whether the page with this path belongs to the entry. */
    public boolean isCurrent(String page) {
      return page.equals(path) || page.matches(folder + ".*");
    }
  }
}
