package org.yuzuri.portal.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yuzuri.portal.access.Role;

/**
 * Every page in a real browser, both languages, both themes, both widths: nothing that WCAG 2.2 AA
 * forbids, nothing wider than the window. Leaves a picture of each in {@code target/screenshots}.
 * Pages are those of {@link PageTable}, which are those of the code.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class EveryPageIT {

  /** Pixels; two lines of entries are higher. */
  private static final int ONE_LINE = 75;

  private static final int MOST_BYTES_AT_FIRST = 250 * 1024;
  private static final Path PICTURES = Path.of(System.getProperty("it.target"), "screenshots");

  /** Long, from right to left, outside the basic plane, Japanese, markup. */
  private static final List<String> HOSTILE =
      List.of(
          "w".repeat(63),
          "\u202Eevil\u202C \u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627",
          "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67".repeat(7),
          "\u8CB8\u51FA\u6A5F".repeat(20),
          "<script>alert(1)</script>#{7*7}");

  private final List<String> wrong = new ArrayList<>();

  @Deployment
  static EnterpriseArchive portal() {
    return PortalDeployment.create(EveryPageIT.class);
  }

  @Test
  void pagesAreAccessibleAndFitInBothLanguagesThemesAndWidths() throws Exception {
    Files.createDirectories(PICTURES);
    try (PortalTables tables = new PortalTables();
        Rows rows = new Rows("pictured");
        Rows other = new Rows("beside");
        PageBrowser browser = new PageBrowser()) {
      rows.fillTo(5);
      Viewers viewers = new Viewers(new Cast(tables, rows.tenant(), other.tenant()), browser);
      for (String language : List.of("en", "ja")) {
        viewers.speak(language);
        for (PageTable.Row row : new PageTable().rows()) {
          Page page = viewers.of(row);
          if (page == null) {
            continue;
          }
          int status = browser.open(page, row.address(PageTable.ids(rows)));
          if (status != 200) {
            wrong.add(row.path() + " answered " + status);
            continue;
          }
          browser.bringAxe(page);
          look(page, language, row);
        }
      }
    }
    assertTrue(wrong.isEmpty(), () -> wrong.size() + ":\n" + String.join("\n", wrong));
  }

  private void look(Page page, String language, PageTable.Row row) {
    for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (int width : PageBrowser.WIDTHS) {
        PageBrowser.show(page, theme, width);
        String so =
            String.join(
                "-",
                row.path().replace(".xhtml", "").replace('/', '.'),
                language,
                theme.name().toLowerCase(Locale.ROOT),
                String.valueOf(width));
        page.screenshot(
            new Page.ScreenshotOptions().setPath(PICTURES.resolve(so + ".png")).setFullPage(true));
        PageBrowser.violations(page).forEach(found -> wrong.add(so + ": " + found));
        String out = PageBrowser.sticksOut(page);
        if (!out.isEmpty()) {
          wrong.add(so + " is too wide: " + out);
        }
      }
    }
  }

  @Test
  void hostileNamesBreakNoPage() throws Exception {
    try (PortalTables tables = new PortalTables();
        Rows rows = new Rows("hostile");
        Rows other = new Rows("next");
        PageBrowser browser = new PageBrowser()) {
      rows.fillTo(HOSTILE.size());
      Map<String, Long> ids = PageTable.ids(rows);
      rename(tables, rows);
      Viewers viewers = new Viewers(new Cast(tables, rows.tenant(), other.tenant()), browser);
      for (PageTable.Row row : new PageTable().rows()) {
        Page page = viewers.of(row);
        if (page == null) {
          continue;
        }
        PageBrowser.show(page, ColorScheme.LIGHT, 360);
        List<String> dialogs = new ArrayList<>();
        page.onDialog(
            dialog -> {
              dialogs.add(dialog.message());
              dialog.dismiss();
            });
        assertEquals(200, browser.open(page, row.address(ids)), row.path());
        String out = PageBrowser.sticksOut(page);
        if (!out.isEmpty() || !dialogs.isEmpty()) {
          wrong.add(row.path() + " " + out + dialogs);
        }
      }
    }
    assertTrue(wrong.isEmpty(), () -> wrong.size() + ":\n" + String.join("\n", wrong));
  }

  private static void rename(PortalTables tables, Rows rows) throws Exception {
    for (int at = 0; at < HOSTILE.size(); at++) {
      for (String table : List.of("gateway", "boot_image", "install_settings")) {
        tables.insert(
            "update " + table + " set name = ? where tenant_id = ? and name = ?",
            HOSTILE.get(at),
            rows.tenant(),
            "hostile-" + at);
      }
    }
    tables.insert(
        "update tenant set name = ? where id = ?", HOSTILE.get(0) + "hostile", rows.tenant());
    tables.insert("update server set name = ? where id = ?", HOSTILE.get(0), rows.server());
    tables.insert(
        "update lease set labels = ? where tenant_id = ?", "k=" + HOSTILE.get(0), rows.tenant());
  }

  @Test
  void menusAreUsedByKeyboardAndStandInOneLine() throws Exception {
    try (PageBrowser browser = new PageBrowser()) {
      Page page = browser.loggedIn("operator", "operator-secret");
      for (String language : List.of("en", "ja")) {
        browser.open(page, "index.xhtml?language=" + language);
        PageBrowser.show(page, ColorScheme.LIGHT, 1280);
        double height = page.locator("header.top").boundingBox().height;
        assertTrue(height < ONE_LINE, () -> language + ": the top bar is " + height + " px high");
      }

      page.locator("details.nav-menu summary").first().focus();
      page.keyboard().press("Enter");
      assertTrue(page.locator("details.nav-menu[open]").count() == 1, "a menu is open");
      page.keyboard().press("Tab");
      assertEquals("A", focused(page, "tagName"));
      page.keyboard().press("Escape");
      assertEquals(0, page.locator("details.nav-menu[open]").count());
      assertEquals("SUMMARY", focused(page, "tagName"));
    }
  }

  private static String focused(Page page, String what) {
    return String.valueOf(page.evaluate("() => document.activeElement." + what));
  }

  @Test
  void whatWasTypedBeforeTheSessionEndedIsPutBackAfterTheLogIn() throws Exception {
    try (PageBrowser browser = new PageBrowser()) {
      Page page = browser.loggedIn("admin@alpha", "alpha-secret");
      browser.open(page, "image/new.xhtml?language=en");
      page.fill("[id='image:name']", "typed for long");
      page.context().clearCookies();
      page.click("[id='image:add']");
      page.waitForURL("**/login.xhtml?expired=1");

      PageBrowser.logIn(page, "admin@alpha", "alpha-secret");

      page.waitForURL("**/image/new.xhtml*");
      assertEquals("typed for long", page.inputValue("[id='image:name']"));
      assertTrue(page.locator("#typed-back").isVisible(), "it is said");
    }
  }

  @Test
  void firstLoadIsSmall() throws Exception {
    try (PageBrowser browser = new PageBrowser()) {
      Page page = browser.stranger();
      AtomicLong bytes = new AtomicLong();
      List<String> parts = new ArrayList<>();
      page.onRequestFinished(
          request -> {
            int size = request.sizes().responseBodySize;
            bytes.addAndGet(size);
            parts.add(size + " " + request.url());
          });
      browser.open(page, "login.xhtml");
      page.waitForLoadState();
      System.out.println("first load: " + bytes.get() + " bytes: " + parts);
      assertTrue(bytes.get() <= MOST_BYTES_AT_FIRST, () -> bytes.get() + " bytes: " + parts);
    }
  }

  /** Who opens a page: of those who may, the tenant's administrator first. */
  private static final class Viewers {

    private final Cast cast;
    private final Map<Role, Page> pages;
    private final Page stranger;

    Viewers(Cast cast, PageBrowser browser) {
      this.cast = cast;
      this.pages =
          Map.of(
              Role.TENANT_ADMIN, open(cast, browser, Role.TENANT_ADMIN),
              Role.LENDER_ADMIN, open(cast, browser, Role.LENDER_ADMIN));
      this.stranger = browser.stranger();
    }

    private static Page open(Cast cast, PageBrowser browser, Role role) {
      return browser.loggedIn(cast.own(role).login(), "alpha-secret");
    }

    void speak(String language) {
      pages
          .values()
          .forEach(p -> p.navigate(Visitor.BASE + "profile/view.xhtml?language=" + language));
      stranger.navigate(Visitor.BASE + "login.xhtml?language=" + language);
    }

    /** Null for what is no page, and for one that only leads on. */
    Page of(PageTable.Row row) {
      if (!row.isPage()) {
        return null;
      }
      if (row.permission().equals("open")) {
        return row.thing().equals("200") ? stranger : null;
      }
      boolean tenants = row.expected(cast.own(Role.TENANT_ADMIN)) == 200;
      return pages.get(tenants ? Role.TENANT_ADMIN : Role.LENDER_ADMIN);
    }
  }
}
