package org.yuzuri.portal.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What only a browser shows: keys, what was typed and is lost, what is loaded. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PagesInABrowserIT {

  /** The account keeps the last: other tests read English. */
  private static final List<String> LANGUAGES = List.of("ja", "en");

  /** Pixels; two lines of entries are higher. */
  private static final int ONE_LINE = 75;

  private static final int MOST_BYTES_AT_FIRST = 250 * 1024;

  /** Where charts are. */
  private static final List<String> FIGURES =
      List.of(
          "dashboard.xhtml",
          "report/overview.xhtml",
          "report/pool.xhtml",
          "report/revenue.xhtml",
          "report/work.xhtml");

  @Test
  void menusAreUsedByKeyboardAndStandInOneLine() throws Exception {
    try (PageBrowser browser = new PageBrowser()) {
      Page page = browser.loggedIn("operator", "operator-secret");
      for (String language : LANGUAGES) {
        browser.open(page, "order/list.xhtml?language=" + language);
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

  /** The sign-in page and what comes after it, by a browser that was never here. */
  @Test
  void firstLoadIsSmall() throws Exception {
    try (PageBrowser browser = new PageBrowser()) {
      assertSmall(browser, "admin@alpha", "alpha-secret", "order/list.xhtml");
      for (String page : FIGURES) {
        assertSmall(browser, "operator", "operator-secret", page);
      }
    }
  }

  private static void assertSmall(PageBrowser browser, String login, String password, String path)
      throws Exception {
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
    PageBrowser.logIn(page, login, password);
    page.waitForURL(url -> !url.contains("login.xhtml"));
    browser.open(page, path);
    page.waitForLoadState(LoadState.NETWORKIDLE);
    System.out.println("first load of " + path + ": " + bytes.get() + " bytes: " + parts);
    assertTrue(
        bytes.get() <= MOST_BYTES_AT_FIRST, () -> path + ": " + bytes.get() + " bytes: " + parts);
    page.context().close();
  }
}
