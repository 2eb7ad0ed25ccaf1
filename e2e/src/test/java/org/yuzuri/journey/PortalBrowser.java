package org.yuzuri.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person at the portal, in a real headless Chromium. */
class PortalBrowser implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Pattern ID = Pattern.compile("[?&]id=([0-9]+)");

  private final Playwright playwright;
  private final Browser browser;
  final Page page;
  final String address;
  private final Path pictures;
  private String password = "";

  /**
   * Opens the portal's first page.
   *
   * @param pictures where a picture of the page goes when a step fails
   */
  PortalBrowser(String address, Path pictures) {
    this.address = address;
    this.pictures = pictures;
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(List.of("--no-sandbox", "--disable-gpu")));
    page = browser.newPage(new Browser.NewPageOptions().setLocale("en-GB"));
    page.setDefaultTimeout((double) PATIENCE.toMillis());
  }

  void logIn(Demo.Login login) {
    password = login.password();
    open("login.xhtml");
    page.fill("[id='login:name']", login.user());
    page.fill("[id='login:password']", login.password());
    page.click("[id='login:submit']");
    expect("the page behind the login", page.locator("nav"));
  }

  /**
   * Presses a button of something dangerous, and proves who it is when the page asks.
   *
   * @param done what the page shows when it was done
   */
  void pressAndProve(String button, String done) {
    page.click("[id='" + button + "']");
    expect("a question or the end of it", page.locator("#step-up[open], " + done).first());
    if (page.locator("#step-up[open]").count() > 0) {
      page.fill("[id='proof:secret']", password);
      page.press("[id='proof:secret']", "Enter");
      expect("what was asked for", page.locator(done).first());
    }
  }

  /** Codes of the findings on the open page, of an image or of settings. */
  List<String> findings() {
    return page.locator("[data-code]").all().stream()
        .map(f -> f.getAttribute("data-code"))
        .toList();
  }

  /** Reloads the open page until it says this. */
  void waitForText(String text, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!text().contains(text)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("expected \"" + text + "\"; " + seen());
      }
      page.waitForTimeout(1000);
      page.reload();
    }
  }

  /** Watches a part of the open page, without reloading it, until it says this. */
  void waitToRead(String part, String text, Duration limit) {
    try {
      page.locator(part, new Page.LocatorOptions().setHasText(text))
          .waitFor(new Locator.WaitForOptions().setTimeout((double) limit.toMillis()));
    } catch (TimeoutError e) {
      throw new AssertionError("expected \"" + text + "\" within " + limit + "; " + seen(), e);
    }
  }

  /** Watches the open transfer page, without reloading it, until its problems say this. */
  void waitForNote(String text, Duration limit) {
    waitToRead("#problems", text, limit);
  }

  /** Whole text of the open page. */
  String text() {
    return page.locator("body").innerText();
  }

  void waitForState(Locator state, String pattern, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    String now = state.getAttribute("data-state");
    while (!now.matches(pattern)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(
            "expected state " + pattern + " within " + limit + ", it is " + now + "; " + seen());
      }
      page.waitForTimeout(1000);
      page.reload();
      now = state.getAttribute("data-state");
    }
  }

  /** Number of the thing whose page is open. */
  long number() {
    Matcher matcher = ID.matcher(page.url());
    if (!matcher.find()) {
      throw new AssertionError("no id in the address " + page.url());
    }
    return Long.parseLong(matcher.group(1));
  }

  void open(String path) {
    page.navigate(address + path);
  }

  /** HTTP status that the portal answers this person with. */
  int status(String path) {
    return page.request().get(address + path).status();
  }

  /** What the page says, for a failure's message; a picture of it is kept. */
  String seen() {
    Path picture = pictures.resolve("page-" + System.currentTimeMillis() + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(picture).setFullPage(true));
    return "the page "
        + page.url()
        + " ("
        + picture
        + ") says:\n"
        + page.locator("body").innerText();
  }

  void expect(String what, Locator locator) {
    try {
      locator.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    } catch (TimeoutError e) {
      throw new AssertionError("expected " + what + "; " + seen(), e);
    }
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
