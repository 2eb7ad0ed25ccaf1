package org.yuzuri.portal.it;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One headless Chromium; each person has a context of its own. */
final class PageBrowser implements AutoCloseable {

  private static final int HEIGHT = 900;
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

  private final Playwright playwright;
  private final Browser browser;

  PageBrowser() {
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
  }

  /** A page of somebody who has just come, with no cookie. */
  Page stranger() {
    BrowserContext context = browser.newContext(new Browser.NewContextOptions().setLocale("en-GB"));
    context.setDefaultTimeout(30_000);
    return context.newPage();
  }

  /** A page of somebody who is logged in. */
  Page loggedIn(String login, String password) {
    Page page = stranger();
    page.navigate(Visitor.BASE + "login.xhtml");
    logIn(page, login, password);
    page.locator("nav").first().waitFor();
    return page;
  }

  /** Fills in the log-in that is open. */
  static void logIn(Page page, String login, String password) {
    page.fill("[id='login:name']", login);
    page.fill("[id='login:password']", password);
    page.click("[id='login:submit']");
  }

  /** Opens a page and gives the status that it was answered with. */
  int open(Page page, String path) {
    Response answer = page.navigate(Visitor.BASE + path);
    return answer == null ? 0 : answer.status();
  }

  /** Shows the open page so. */
  static void show(Page page, ColorScheme theme, int width) {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
    page.setViewportSize(width, HEIGHT);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
