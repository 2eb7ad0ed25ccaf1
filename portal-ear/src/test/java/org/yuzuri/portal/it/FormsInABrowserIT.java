package org.yuzuri.portal.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Forms of several kinds, the steps of an order, an entry, an editor and a profile, in a browser:
 * with a second tab, after the session has ended, by the back button, a reload and a double click.
 * What holds for every form of the code is in EditingTwiceIT and SendingTwiceIT.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class FormsInABrowserIT {

  private static final String PASSWORD = "alpha-secret";

  /** More views than the server keeps of one session: web.xml. */
  private static final int MORE_THAN_ARE_KEPT = 18;

  /** A form that shows what is stored: its page, a field of it and the button. */
  private record Entry(String address, String field, String button) {}

  @Test
  void firstTabSaysWhoChangedItAndKeepsWhatWasTyped() throws Exception {
    try (Rows rows = new Rows("intabs");
        PageBrowser browser = new PageBrowser()) {
      Page one = browser.loggedIn("admin@intabs", PASSWORD);
      Page two = one.context().newPage();
      for (Entry entry :
          List.of(
              new Entry(
                  "image/view.xhtml?id=" + rows.ids().image(),
                  "describe:kernelArguments",
                  "describe:save"),
              new Entry("profile/view.xhtml", "profile:displayName", "profile:save"))) {
        String field = "[id='" + entry.field() + "']";
        browser.open(one, entry.address());
        browser.open(two, entry.address());
        two.fill(field, "second");
        two.click("[id='" + entry.button() + "']");
        two.locator("#messages .ui-messages-info").waitFor();
        one.fill(field, "first");
        one.click("[id='" + entry.button() + "']");

        Locator said = one.locator("#messages .ui-messages-error");
        said.waitFor();
        assertTrue(said.innerText().contains("admin@intabs"), said::innerText);
        assertEquals("first", one.inputValue(field), "what was typed is kept");
        assertTrue(one.locator("#meanwhile a").isVisible(), "it leads on");
        browser.open(one, entry.address());
        assertEquals("second", one.inputValue(field), "the second tab's is not written over");
      }
    }
  }

  @Test
  void settingsOfTheFirstTabStayInItsEditor() throws Exception {
    try (Rows rows = new Rows("edited");
        PageBrowser browser = new PageBrowser()) {
      String address = "settings/edit.xhtml?id=" + rows.ids().settings();
      Page one = browser.loggedIn("admin@edited", PASSWORD);
      Page two = one.context().newPage();
      browser.open(one, address);
      browser.open(two, address);
      one.locator(".editor .cm-content").waitFor();
      two.locator(".editor .cm-content").waitFor();
      two.fill(".editor .cm-content", "reboot\n# second");
      two.click("[id='settings:save']");
      two.locator("#messages .ui-messages-info").waitFor();
      one.fill(".editor .cm-content", "reboot\n# first");
      one.click("[id='settings:save']");

      Locator said = one.locator("#messages .ui-messages-error");
      said.waitFor();
      assertTrue(said.innerText().contains("admin@edited"), said::innerText);
      String text = one.locator(".editor .cm-content").innerText();
      assertTrue(text.contains("# first"), text);
    }
  }

  @Test
  void whatWasTypedIsBackAfterTheSessionHasEnded() throws Exception {
    try (Rows rows = new Rows("ended");
        PageBrowser browser = new PageBrowser()) {
      Page page = browser.loggedIn("admin@ended", PASSWORD);
      for (Entry entry :
          List.of(
              new Entry(
                  "image/view.xhtml?id=" + rows.ids().image(),
                  "describe:kernelArguments",
                  "describe:save"),
              new Entry("profile/view.xhtml", "profile:displayName", "profile:save"))) {
        String field = "[id='" + entry.field() + "']";
        browser.open(page, entry.address());
        page.fill(field, "typed before");
        page.context().clearCookies();
        page.click("[id='" + entry.button() + "']");
        page.waitForURL("**/login.xhtml?expired=1");
        PageBrowser.logIn(page, "admin@ended", PASSWORD);

        page.locator("#typed-back").waitFor();
        assertEquals("typed before", page.inputValue(field));
        page.click("[id='" + entry.button() + "']");
        page.locator("#messages .ui-messages-info").waitFor();
        assertEquals("typed before", page.inputValue(field), "saved");
      }
    }
  }

  /** The session ends while the page asks for a proof: its address leads back to the same thing. */
  @Test
  void sessionThatEndsBehindTheProofLeadsBackToTheThing() throws Exception {
    try (Rows rows = new Rows("unproven");
        PageBrowser browser = new PageBrowser()) {
      String address = "lease/view.xhtml?id=" + LentServer.in(rows, 78).leaseId();
      Page page = browser.loggedIn("admin@unproven", PASSWORD);
      browser.open(page, address);
      page.fill("[id='return:confirmation']", page.locator("h1").innerText());
      page.click("[id='return:submit']");
      page.locator("#step-up[open]").waitFor();
      page.context().clearCookies();
      page.fill("[id='proof:secret']", PASSWORD);
      page.press("[id='proof:secret']", "Enter");
      page.waitForURL("**/login.xhtml?expired=1");
      PageBrowser.logIn(page, "admin@unproven", PASSWORD);

      page.locator("nav").first().waitFor();
      assertTrue(page.url().endsWith(address), page::url);
      assertTrue(page.locator("#lease-state [data-state=ACTIVE]").isVisible(), "not given back");
    } finally {
      rest("unproven");
    }
  }

  /** More pages were opened since than the server keeps of one session. */
  @Test
  void formThatTheServerHasForgottenSaysSoAndKeepsWhatWasTyped() throws Exception {
    try (Rows rows = new Rows("forgotten");
        PageBrowser browser = new PageBrowser()) {
      Page page = browser.loggedIn("admin@forgotten", PASSWORD);
      String field = "[id='describe:kernelArguments']";
      browser.open(page, "image/view.xhtml?id=" + rows.ids().image());
      page.fill(field, "typed long ago");
      for (int opened = 0; opened < MORE_THAN_ARE_KEPT; opened++) {
        page.request().get(Visitor.BASE + "image/new.xhtml");
      }
      page.click("[id='describe:save']");

      page.locator("#not-saved").waitFor();
      assertFalse(page.locator("#messages .ui-messages-info").isVisible(), "nothing is saved yet");
      assertEquals("typed long ago", page.inputValue(field), "what was typed is back");
      page.click("[id='describe:save']");
      page.locator("#messages .ui-messages-info").waitFor();
      assertFalse(page.locator("#not-saved").isVisible(), "it is said once");
      assertEquals("typed long ago", page.inputValue(field), "saved");
    }
  }

  @Test
  void orderIsPlacedOnceHoweverTheBrowserIsUsed() throws Exception {
    try (Rows rows = new Rows("wizard");
        PageBrowser browser = new PageBrowser()) {
      long offer = rows.makeOrderable(3);
      Rows.Ids ids = rows.ids();
      String review =
          "order/new.xhtml?offer=%d&image=%d&settings=%d&gateway=%d&hours=30"
              .formatted(offer, ids.image(), ids.settings(), ids.gateway());
      Page page = browser.loggedIn("admin@wizard", PASSWORD);
      browser.open(page, review);
      long before = rows.orders();

      page.context().clearCookies();
      page.click("[id='order:place']");
      page.waitForURL("**/login.xhtml?expired=1");
      PageBrowser.logIn(page, "admin@wizard", PASSWORD);
      page.waitForURL("**/order/new.xhtml?*");
      assertEquals("30", page.inputValue("#hours"), "what was chosen is still there");
      assertEquals(before, rows.orders(), "nothing is ordered by the log-in");

      page.dblclick("[id='order:place']");
      page.waitForURL("**/order/view.xhtml?id=*");
      assertEquals(before + 1, rows.orders(), "a double click orders once");
      page.reload();
      page.locator("#state [data-state]").waitFor();
      page.goBack();
      page.waitForURL("**/order/new.xhtml?*");
      page.goForward();
      page.waitForURL("**/order/view.xhtml?id=*");
      assertEquals(before + 1, rows.orders(), "back, forward and a reload order nothing");
    } finally {
      rest("wizard");
    }
  }

  private static void rest(String tenant) throws Exception {
    try (PortalTables tables = new PortalTables()) {
      String of = " in (select id from tenant where name = '" + tenant + "')";
      tables.insert(
          "update run set state = 'FAILED', next_run_at = null, ended_at = %s where lease_id in"
              + " (select id from lease where tenant_id"
              + of
              + ")");
      tables.insert(
          "update lease set state = 'FAILED', active_server_id = null where tenant_id" + of);
    }
  }

  /** A reviewed order that changed in another tab is shown anew instead of being placed. */
  @Test
  void reviewOfTheFirstTabIsNotOrderedUnderSettingsThatTheSecondHasSaved() throws Exception {
    try (Rows rows = new Rows("reviewing");
        PageBrowser browser = new PageBrowser()) {
      long offer = rows.makeOrderable(1);
      Rows.Ids ids = rows.ids();
      Page one = browser.loggedIn("admin@reviewing", PASSWORD);
      browser.open(
          one,
          "order/new.xhtml?offer=%d&image=%d&settings=%d&gateway=%d"
              .formatted(offer, ids.image(), ids.settings(), ids.gateway()));
      Page two = one.context().newPage();
      browser.open(two, "settings/edit.xhtml?id=" + ids.settings());
      two.locator(".editor .cm-content").waitFor();
      two.locator(".editor .cm-content").press("Control+End");
      two.keyboard().type("\n# changed");
      two.click("[id='settings:save']");
      two.locator("#messages .ui-messages-info").waitFor();
      long before = rows.orders();

      one.click("[id='order:place']");

      Locator said = one.locator("#messages .ui-messages-error");
      said.waitFor();
      assertEquals(before, rows.orders(), said::innerText);
      assertTrue(one.locator("#plan").innerText().length() > 0, "it is shown as it is now");
      assertFalse(one.url().contains("order/view"), one::url);
    }
  }
}
