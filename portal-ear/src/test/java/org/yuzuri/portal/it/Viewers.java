package org.yuzuri.portal.it;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.yuzuri.portal.access.Role;

/** The windows in which pages are looked at: a tenant's, the datacenter's and a stranger's. */
final class Viewers {

  private final Cast cast;
  private final PageBrowser browser;
  private final Map<Role, Page> windows = new EnumMap<>(Role.class);
  private final Page stranger;

  /**
   * A window in which a page is looked at.
   *
   * @param who for the name of a picture: tenant, lender or stranger
   */
  record Window(String who, Page page) {}

  Viewers(Cast cast, PageBrowser browser) {
    this.cast = cast;
    this.browser = browser;
    for (Role role : List.of(Role.TENANT_ADMIN, Role.LENDER_ADMIN)) {
      windows.put(role, browser.loggedIn(cast.own(role).login(), "alpha-secret"));
    }
    stranger = browser.stranger();
  }

  void speak(String language) {
    windows.values().forEach(page -> browser.open(page, "profile/view.xhtml?language=" + language));
    browser.open(stranger, "login.xhtml?language=" + language);
  }

  /** Where a page is shown; none for what is no page, and for one that only leads on. */
  List<Window> of(PageTable.Row row) {
    if (!row.isPage()) {
      return List.of();
    }
    if (row.permission().equals("open")) {
      return row.thing().equals("200") ? List.of(new Window("stranger", stranger)) : List.of();
    }
    List<Window> shown = new ArrayList<>();
    windows.forEach(
        (role, page) -> {
          if (row.expected(cast.own(role)) == 200) {
            shown.add(new Window(role.isLender() ? "lender" : "tenant", page));
          }
        });
    return shown;
  }
}
