package org.yuzuri.portal.it;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One headless Chromium; each person has a context of its own. */
final class PageBrowser implements AutoCloseable {

  /** The widths that pages are held to: a notebook's and a small phone's. */
  static final List<Integer> WIDTHS = List.of(1280, 360);

  private static final int HEIGHT = 900;
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

  /** The success criteria of WCAG 2.2, levels A and AA, as axe-core's tags. */
  private static final String RUN =
      "async () => { const found = await axe.run(document, {resultTypes: ['violations'], runOnly:"
          + " ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa']}); return"
          + " found.violations.flatMap(v => v.nodes.map(n => v.id + ' at ' + n.target.join(' ') +"
          + " ': ' + (n.any.concat(n.all, n.none)[0] || {message: v.help}).message)); }";

  private final String base;
  private final Playwright playwright;
  private final Browser browser;
  private final String axe;

  /** Of the portal under test. */
  PageBrowser() throws IOException {
    this(Visitor.BASE);
  }

  /**
   * Of a portal.
   *
   * @param base its address, with a slash at the end
   */
  PageBrowser(String base) throws IOException {
    this.base = base;
    try (InputStream script = PageBrowser.class.getResourceAsStream("/axe.min.js")) {
      axe = new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
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
    return stranger("en-GB");
  }

  /** The same, whose browser asks for pages in this language. */
  Page stranger(String locale) {
    BrowserContext context = browser.newContext(new Browser.NewContextOptions().setLocale(locale));
    context.setDefaultTimeout(30_000);
    return context.newPage();
  }

  /** A page of somebody who is logged in. */
  Page loggedIn(String login, String password) {
    Page page = stranger();
    page.navigate(base + "login.xhtml");
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

  /**
   * Presses a button, and proves who it is when the page asks.
   *
   * @param done what the page shows when what was asked for is done, and not before
   * @param secret the password, or a code where a second factor is set up
   */
  static void press(Page page, String button, String done, Supplier<String> secret) {
    page.click("[id='" + button + "']");
    page.locator("#step-up[open], " + done).first().waitFor();
    if (page.locator("#step-up[open]").count() > 0) {
      page.fill("[id='proof:secret']", secret.get());
      page.press("[id='proof:secret']", "Enter");
      page.locator(done).first().waitFor();
    }
  }

  /** Opens a page and gives the status that it was answered with. */
  int open(Page page, String path) {
    Response answer = page.navigate(base + path);
    return answer == null ? 0 : answer.status();
  }

  /** Errors of scripts and dialogs that came up while this was done. */
  List<String> errorsDuring(Page page, Runnable what) {
    List<String> errors = new ArrayList<>();
    Consumer<String> scripts = errors::add;
    Consumer<Dialog> dialogs =
        dialog -> {
          errors.add("dialog " + dialog.message());
          dialog.dismiss();
        };
    page.onPageError(scripts);
    page.onDialog(dialogs);
    what.run();
    page.offPageError(scripts);
    page.offDialog(dialogs);
    return errors;
  }

  /** Makes the open page ready to be judged. */
  void bringAxe(Page page) {
    page.evaluate(axe);
  }

  /** Shows the open page so. */
  static void show(Page page, ColorScheme theme, int width) {
    page.emulateMedia(
        new Page.EmulateMediaOptions()
            .setColorScheme(theme)
            .setReducedMotion(ReducedMotion.REDUCE));
    page.setViewportSize(width, HEIGHT);
  }

  /** What axe has against the open page: rule, element and why. */
  static List<String> violations(Page page) {
    List<String> found = new ArrayList<>();
    if (page.evaluate(RUN) instanceof List<?> all) {
      all.forEach(one -> found.add(String.valueOf(one)));
    }
    return found;
  }

  /** By how many pixels the page is wider than its window, and what sticks out furthest. */
  static String sticksOut(Page page) {
    return String.valueOf(
        page.evaluate(
            "() => { const d = document.documentElement; const over = d.scrollWidth -"
                + " d.clientWidth; if (over <= 0) return ''; const all ="
                + " [...document.body.querySelectorAll('*')]; all.sort((a, b) =>"
                + " b.getBoundingClientRect().right - a.getBoundingClientRect().right); const e ="
                + " all[0]; return over + ' px, ' + e.tagName + '#' + e.id + '.' + e.className;"
                + " }"));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
