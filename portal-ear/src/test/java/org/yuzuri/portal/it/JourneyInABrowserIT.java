package org.yuzuri.portal.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.time.Instant;
import java.util.function.Supplier;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * From a new tenant to a checked certificate of erasure, by four people in their browsers, with the
 * mails that they get in between; once in each language.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class JourneyInABrowserIT {

  private static final String PASSWORD = "kettle orbit 9 maple";
  private static final String FRESH = "nine umbrellas under Fuji";
  private static final double INSTALLED_WITHIN_MILLIS = 120_000;

  /**
   * A language that people read.
   *
   * @param code of the pages
   * @param locale that their browsers ask for
   * @param invitation subject of that mail, of a tenant; likewise the others
   */
  private record Language(
      String code,
      String locale,
      String invitation,
      String handedOver,
      String returned,
      String reset) {}

  private static final Language ENGLISH =
      new Language(
          "en",
          "en-GB",
          "Invitation to %s on Yuzuri",
          "%s is yours",
          "%s is returned and erased",
          "A new password for Yuzuri");
  private static final Language JAPANESE =
      new Language(
          "ja", "ja-JP", "Yuzuri の「%s」への招待", "%s を引き渡しました", "%s は返却され、消去されました", "Yuzuri の新しいパスワード");

  private Language language;
  private String tenant;
  private PageBrowser browser;
  private PlayedSite site;
  private CodeApp app;

  @Test
  void newTenantGoesTheWholeWayInEnglish() throws Exception {
    goesTheWholeWay(ENGLISH, 31);
  }

  @Test
  void newTenantGoesTheWholeWayInJapanese() throws Exception {
    goesTheWholeWay(JAPANESE, 32);
  }

  private void goesTheWholeWay(Language spoken, int number) throws Exception {
    language = spoken;
    tenant = "journey-" + language.code();
    try (PlayedSite played = new PlayedSite(tenant, number);
        PageBrowser opened = new PageBrowser()) {
      site = played;
      browser = opened;
      makeTheTenant();
      Page admin = accept(mailOf("admin"));
      addAFactor(admin);
      addAGateway(admin, number);
      inviteAnOrderer(admin);
      Page orderer = accept(mailOf("orderer"));
      site.furnish(tenant);
      order(orderer);
      extend(orderer);
      giveBack(orderer);
      checkTheCertificate(orderer);
      forgetThePassword(orderer);
      sendAway(admin, orderer);
      assertEquals("", site.trouble());
    }
  }

  private String mailOf(String who) {
    return who + "@" + tenant + ".example";
  }

  private void makeTheTenant() throws Exception {
    String login = "operator@" + tenant;
    try (PortalTables tables = new PortalTables()) {
      tables.insert(
          "insert into member (version, tenant_id, login, display_name, password_hash, role, state,"
              + " created_at, language) select 0, 1, ?, ?, password_hash, 'LENDER_ADMIN', 'OPEN',"
              + " %s, ? from member where login = 'admin@alpha'",
          login, login, language.code());
    }
    Page page = signedIn(login, "alpha-secret");
    browser.open(page, "tenant/new.xhtml");
    page.fill("[id='tenant:name']", tenant);
    page.fill("[id='tenant:contactName']", "Ann");
    page.fill("[id='tenant:contactEmail']", mailOf("admin"));
    page.check("[id='tenant:inviteContact']");
    PageBrowser.press(page, "tenant:add", "form[id='state']", () -> "alpha-secret");
    assertSpoken(page);
  }

  /** Follows the link of the invitation and signs in. */
  private Page accept(String email) throws Exception {
    PostOffice.Mail mail = PostOffice.await(email, language.invitation().formatted(tenant));
    Page page = browser.stranger(language.locale());
    page.navigate(mail.link());
    assertSpoken(page);
    assertEquals(email, page.inputValue("[id='welcome:login']"));
    page.fill("[id='welcome:displayName']", "Person of " + tenant);
    page.fill("[id='welcome:password']", PASSWORD);
    page.fill("[id='welcome:repeated']", PASSWORD);
    page.selectOption("[id='welcome:language']", language.code());
    page.click("[id='welcome:submit']");
    page.waitForURL("**/login.xhtml?welcome=1");
    PageBrowser.logIn(page, email, PASSWORD);
    page.locator("nav").first().waitFor();
    assertSpoken(page);
    return page;
  }

  private Page signedIn(String login, String password) {
    Page page = browser.stranger(language.locale());
    browser.open(page, "login.xhtml");
    PageBrowser.logIn(page, login, password);
    page.locator("nav").first().waitFor();
    return page;
  }

  private void addAFactor(Page admin) {
    browser.open(admin, "profile/factor.xhtml");
    PageBrowser.press(admin, "factor:begin", "#factor-secret", () -> PASSWORD);
    app = new CodeApp(admin.content());
    admin.fill("[id='factor:code']", app.next());
    admin.click("[id='factor:confirm']");
    String codes = admin.locator("#yuzuri-recovery-codes").innerText();
    assertEquals(10, codes.lines().count(), codes);
    assertSpoken(admin);

    admin.click("[id='session:logout']");
    admin.waitForURL("**/login.xhtml?bye=1");
    PageBrowser.logIn(admin, mailOf("admin"), PASSWORD);
    admin.waitForURL("**/code.xhtml");
    assertSpoken(admin);
    admin.fill("[id='second:code']", app.next());
    admin.click("[id='second:submit']");
    admin.locator("nav").first().waitFor();
  }

  private void addAGateway(Page admin, int number) throws Exception {
    browser.open(admin, "gateway/new.xhtml");
    admin.fill("[id='gateway:name']", tenant);
    admin.fill("[id='gateway:outsideAddress']", "203.0.113." + (100 + number));
    admin.fill("[id='gateway:range']", "10.30.0.0/16");
    admin.fill("[id='gateway:pool']", "10.30.1.0/24");
    PageBrowser.press(admin, "gateway:add", "#invitation-token", app::fresh);
    site.enrolGateway(admin.locator("#invitation-token").innerText().strip());
  }

  private void inviteAnOrderer(Page admin) {
    browser.open(admin, "member/invite.xhtml");
    admin.fill("[id='invitee:email']", mailOf("orderer"));
    admin.fill("[id='invitee:displayName']", "Otto");
    admin.selectOption("[id='invitee:role']", "ORDERER");
    admin.click("[id='invitee:invite']");
    admin.waitForURL("**/member/invitations.xhtml*");
    assertSpoken(admin);
  }

  private void order(Page orderer) throws Exception {
    browser.open(orderer, "order/new.xhtml");
    choose(orderer, "#offers");
    choose(orderer, "#images");
    choose(orderer, "#settings");
    choose(orderer, "#gateways");
    orderer.locator("#plan").waitFor();
    assertSpoken(orderer);
    orderer.click("[id='order:place']");
    orderer.waitForURL("**/order/view.xhtml?id=*");
    orderer.locator("a[href*='lease/view.xhtml']").first().click();
    waitForState(orderer, "ACTIVE");
    assertSpoken(orderer);
    PostOffice.await(mailOf("orderer"), language.handedOver().formatted(tenant));
  }

  private void choose(Page page, String group) {
    page.locator(group + " .choice", new Page.LocatorOptions().setHasText(tenant)).first().click();
  }

  /** Watches the page, which nobody reloads. */
  private void waitForState(Page page, String state) {
    try {
      page.locator("#lease-state [data-state=" + state + "]")
          .waitFor(new Locator.WaitForOptions().setTimeout(INSTALLED_WITHIN_MILLIS));
    } catch (TimeoutError late) {
      throw new AssertionError(
          site.trouble() + "; the page says\n" + page.locator("main").innerText(), late);
    }
  }

  private void extend(Page orderer) {
    Instant before = ends(orderer);
    orderer.fill("[id='period-form:hours']", "3");
    orderer.selectOption("[id='period-form:unit']", "DAYS");
    orderer.click("[id='period-form:look']");
    orderer.locator("#period-change").waitFor();
    orderer.click("[id='period-form:change']");
    orderer.locator("#messages .ui-messages-info").waitFor();
    assertTrue(ends(orderer).isAfter(before), () -> ends(orderer) + " is not after " + before);
    assertSpoken(orderer);
  }

  private static Instant ends(Page page) {
    return Instant.parse(page.locator("#ends time").getAttribute("datetime"));
  }

  private void giveBack(Page orderer) throws Exception {
    orderer.fill("[id='return:confirmation']", tenant);
    PageBrowser.press(
        orderer,
        "return:submit",
        "#lease-state [data-state]:not([data-state=ACTIVE])",
        () -> PASSWORD);
    waitForState(orderer, "CLOSED");
    String erased = orderer.locator("[id='erased']").innerText();
    assertTrue(erased.contains(PlayedSite.DISK) && erased.contains("100 %"), erased);
    assertSpoken(orderer);
    PostOffice.await(mailOf("orderer"), language.returned().formatted(tenant));
  }

  private void checkTheCertificate(Page orderer) {
    Download file = orderer.waitForDownload(() -> orderer.click("[id='certificate:download']"));
    Page stranger = browser.stranger(language.locale());
    browser.open(stranger, "verify.xhtml");
    assertSpoken(stranger);
    stranger.setInputFiles("#file", file.path());
    stranger.waitForFunction("() => document.getElementById('verify:pem').value.length > 0");
    stranger.click("[id='verify:check']");
    stranger.locator("#verdict[data-code=GENUINE]").waitFor();
    String certified = stranger.locator("#certified").innerText();
    assertTrue(certified.contains(PlayedSite.DISK), certified);
    assertSpoken(stranger);
  }

  private void forgetThePassword(Page orderer) throws Exception {
    orderer.click("[id='session:logout']");
    orderer.click("#forgotten");
    orderer.fill("[id='forgotten:email']", mailOf("orderer"));
    orderer.click("[id='forgotten:submit']");
    orderer.locator("#asked").waitFor();
    orderer.navigate(PostOffice.await(mailOf("orderer"), language.reset()).link());
    orderer.fill("[id='reset:password']", FRESH);
    orderer.fill("[id='reset:repeated']", FRESH);
    assertSpoken(orderer);
    orderer.click("[id='reset:submit']");
    orderer.waitForURL("**/login.xhtml?reset=1");
    PageBrowser.logIn(orderer, mailOf("orderer"), PASSWORD);
    orderer.locator("[id='login:messages'], .note.error").first().waitFor();
    PageBrowser.logIn(orderer, mailOf("orderer"), FRESH);
    orderer.locator("nav").first().waitFor();
  }

  /** The administrator switches somebody off whose browser is open. */
  private void sendAway(Page admin, Page orderer) {
    browser.open(admin, "member/list.xhtml?text=" + mailOf("orderer"));
    Locator button = admin.locator("[id$=':disable']");
    String id = button.getAttribute("id");
    admin.locator("details:has([id='" + id + "']) > summary").click();
    Supplier<String> code = app::fresh;
    PageBrowser.press(admin, id, "[id$=':enable']", code);
    assertFalse(orderer.url().contains("login.xhtml"), orderer::url);
    orderer.click("a.brand");
    orderer.waitForURL("**/login.xhtml*");
  }

  /** The page is in the language, and no text of it is missing. */
  private void assertSpoken(Page page) {
    assertEquals(language.code(), page.locator("html").getAttribute("lang"), page.url());
    String text = page.locator("body").innerText();
    assertFalse(text.contains("???"), () -> page.url() + " says\n" + text);
  }
}
