package org.yuzuri.portal.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What whoever goes on working in a page for long meets: old tabs, refreshes, uploads that break.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class WalkedPagesIT {

  private static final String PASSWORD = "alpha-secret";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Pages that live ask every ten seconds, and soon after something was pushed. */
  private static final int UNTIL_ASKED_AGAIN_MILLIS = 12_000;

  /** More than the server keeps of one session: web.xml. */
  private static final int MORE_THAN_ARE_KEPT = 18;

  @Test
  void pageThatRefreshesItselfIsStillTheSameAfterManyOthers() throws Exception {
    try (Rows rows = new Rows("stilllive");
        PageBrowser browser = new PageBrowser()) {
      Page live = browser.loggedIn("admin@stilllive", PASSWORD);
      browser.open(live, "order/view.xhtml?id=" + rows.ids().order());
      Page other = live.context().newPage();
      for (int page = 0; page < MORE_THAN_ARE_KEPT; page++) {
        other.request().get(Visitor.BASE + "image/new.xhtml");
      }

      live.waitForResponse(
          answer -> answer.request().method().equals("POST"), () -> live.evaluate("lookAgain()"));
      live.waitForLoadState(LoadState.NETWORKIDLE);

      assertTrue(live.locator("#ordered").innerText().contains("stilllive-0"), "the same order");
      assertTrue(live.locator("#state [data-state=FAILED]").isVisible());
    }
  }

  @Test
  void removedSettingsLeadToTheListThatSaysSo() throws Exception {
    try (Rows rows = new Rows("removing");
        PageBrowser browser = new PageBrowser()) {
      Page page = browser.loggedIn("admin@removing", PASSWORD);
      browser.open(page, "settings/edit.xhtml?id=" + rows.ids().settings());
      page.locator("details:has([id='settings:remove']) > summary").click();
      page.click("[id='settings:remove']");

      page.waitForURL("**/settings/list.xhtml*");
      page.locator("#messages .ui-messages-info").waitFor();
      assertTrue(page.locator("h1").isVisible());
    }
  }

  @Test
  void openConfirmationStaysOpenWhenThePageRefreshes() throws Exception {
    try (PortalTables tables = new PortalTables();
        Rows rows = new Rows("confirming");
        PageBrowser browser = new PageBrowser()) {
      long order = rows.ids().order();
      tables.insert("update purchase_order set state = 'FULFILLING' where id = ?", order);
      Page page = browser.loggedIn("admin@confirming", PASSWORD);
      page.clock().install();
      browser.open(page, "order/view.xhtml?id=" + order);
      page.locator("details:has([id='control:cancel']) > summary").click();
      Locator button = page.locator("[id='control:cancel']");
      button.waitFor();

      page.evaluate("yuzuriSignal()");
      goOn(page);

      assertTrue(button.isVisible(), "it has closed by itself");
      tables.insert("update purchase_order set state = 'FAILED' where id = ?", order);
    }
  }

  @Test
  void successMessageStaysWhenThePageRefreshes() throws Exception {
    try (Rows rows = new Rows("saidonce");
        PageBrowser browser = new PageBrowser()) {
      long lease = LentServer.in(rows, 79).leaseId();
      Page page = browser.loggedIn("admin@saidonce", PASSWORD);
      browser.open(page, "lease/view.xhtml?id=" + lease);
      page.fill("[id='period-form:hours']", "900");
      page.click("[id='period-form:look']");
      page.locator("#period-change").waitFor();
      page.click("[id='period-form:change']");
      Locator said = page.locator("#messages .ui-messages-info");
      said.waitFor();

      lookAgain(page);

      assertTrue(said.isVisible(), "the message has gone");
      rows.rest();
    }
  }

  /** Lets the time go on in which the page asks again, and waits for whatever it has asked. */
  private static void goOn(Page page) {
    page.clock().runFor(UNTIL_ASKED_AGAIN_MILLIS);
    page.waitForFunction("() => window.jQuery && window.jQuery.active === 0");
  }

  /** Has the page refresh itself now, as it does when something was pushed. */
  private static void lookAgain(Page page) {
    page.waitForResponse(
        answer -> answer.request().method().equals("POST"), () -> page.evaluate("lookAgain()"));
    page.waitForFunction("() => window.jQuery && window.jQuery.active === 0");
  }

  @Test
  void uploadThatBreaksSaysSoAndWhoLeavesMeanwhileIsAsked() throws Exception {
    try (Rows rows = new Rows("uploading");
        PageBrowser browser = new PageBrowser()) {
      Page page = browser.loggedIn("admin@uploading", PASSWORD);
      browser.open(page, "image/new.xhtml");
      page.fill("[id='image:name']", "uploaded");
      page.click("[id='image:add']");
      page.locator("#upload-modules").waitFor(attached());
      String address = page.url();

      page.route("**/image/upload?*", route -> route.abort("connectionreset"));
      page.click("h1");
      choose(page, "broken.tar");
      Locator said = page.locator("#messages .note.error");
      said.waitFor();
      assertTrue(said.innerText().startsWith("broken.tar:"), said::innerText);
      page.unroute("**/image/upload?*");

      List<String> asked = new ArrayList<>();
      page.onDialog(
          dialog -> {
            asked.add(dialog.type());
            dialog.accept();
          });
      page.route("**/image/upload?*", route -> {});
      choose(page, "slow.tar");
      page.locator("#progress-modules").waitFor();
      page.reload();
      assertEquals(List.of("beforeunload"), asked, "who leaves during an upload is asked");
      page.unroute("**/image/upload?*");

      page.navigate(address);
      choose(page, "a‹b›<c>.tar");
      page.locator("#slot-modules .file-name").waitFor();
      assertEquals("a‹b›<c>.tar", page.locator("#slot-modules .file-name").innerText());
      assertFalse(page.locator("#messages .note.error").isVisible());
      assertTrue(rows.ids().image() > 0);
    }
  }

  @Test
  void uploadThatIsBrokenOffIsNoErrorOfThePortal() throws Exception {
    try (Rows rows = new Rows("hangingup")) {
      Visitor member = Visitor.loggedInAs("admin@hangingup", PASSWORD);
      String image = "image/upload?image=" + rows.ids().image() + "&role=MODULES&name=m.tar";
      member.breakOff(
          image,
          "X-Yuzuri-Upload: 1\r\nContent-Type: application/octet-stream\r\n"
              + "Content-Length: 1000000\r\n");

      String told = "upload to image=" + rows.ids().image() + " broke off";
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (log().noneMatch(line -> line.contains(told))) {
        assertTrue(System.nanoTime() < end, "nothing is said of it");
        member.get("login.xhtml");
      }
      assertTrue(
          log().noneMatch(line -> line.contains("ERROR") && line.contains("image/upload")),
          "it is logged as an error");
    }
  }

  private static Stream<String> log() throws IOException {
    Path log = Path.of(System.getProperty("it.state"), "server/log/server.log");
    return Files.readString(log).lines();
  }

  @Test
  void listShowsWhatHasChangedUnlessSomethingIsChosenInIt() throws Exception {
    try (Rows rows = new Rows("relisted");
        PageBrowser browser = new PageBrowser()) {
      rows.makeOrderable(2);
      Page page = browser.loggedIn("operator", "operator-secret");
      page.clock().install();
      browser.open(page, "server/list.xhtml?text=relisted-20");
      Locator free = page.locator(".rows [data-state=AVAILABLE]");
      assertEquals(2, free.count());
      Visitor other = Visitor.loggedInAs("operator", "operator-secret");

      takeOut(other, page.locator(".rows a[href*='server/view']").nth(0));

      page.locator(".rows [data-state=MAINTENANCE]").first().waitFor();
      assertEquals(1, free.count());
      page.locator(".rows input[type=checkbox]").nth(1).check();
      page.evaluate("yuzuriSignal()");
      goOn(page);
      assertTrue(page.locator(".rows input[type=checkbox]").nth(1).isChecked(), "still chosen");
    }
  }

  private static void takeOut(Visitor operator, Locator server) throws Exception {
    String href = server.getAttribute("href");
    String address = href.substring(href.indexOf("server/view.xhtml"));
    assertTrue(operator.press(address, "decide", "takeOut", "").statusCode() < 400, address);
  }

  private static Locator.WaitForOptions attached() {
    return new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);
  }

  private static void choose(Page page, String name) {
    page.setInputFiles(
        "#upload-modules",
        new FilePayload(
            name, "application/x-tar", "m".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII)));
  }
}
