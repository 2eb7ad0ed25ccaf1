package org.yuzuri.portal.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every page in a real browser, as a tenant and as the datacenter see it: nothing that WCAG 2.2 AA
 * forbids, nothing wider than the window, no error of a script. Leaves pictures in {@code
 * target/screenshots}. Pages are those of {@link PageTable}, which are those of the code.
 *
 * <p>There are eight ways to look at a page (two languages, two themes, two widths). Each page is
 * looked at in one of them, the next page in the next; with {@code -Dit.pages=3} all are looked at
 * three ways further, with {@code -Dit.pages=all}, which {@code bin/screenshots} sets, in all ways.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class EveryPageIT {

  private static final Path PICTURES = Path.of(System.getProperty("it.target"), "screenshots");
  private static final String WAYS = System.getProperty("it.pages", "0");

  private static final List<Look> LOOKS =
      List.of("en", "ja").stream()
          .flatMap(
              language ->
                  List.of(ColorScheme.LIGHT, ColorScheme.DARK).stream()
                      .flatMap(
                          theme ->
                              PageBrowser.WIDTHS.stream()
                                  .map(width -> new Look(language, theme, width))))
          .toList();

  private final List<String> wrong = new ArrayList<>();

  /** One way to look at a page. */
  private record Look(String language, ColorScheme theme, int width) {
    @Override
    public String toString() {
      return language + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width;
    }
  }

  @Test
  void pagesAreAccessibleAndFitInBothLanguagesThemesAndWidths() throws Exception {
    Files.createDirectories(PICTURES);
    try (PortalTables tables = new PortalTables();
        Rows rows = new Rows("pictured");
        Rows other = new Rows("beside");
        PageBrowser browser = new PageBrowser()) {
      rows.fillTo(5);
      Map<String, Long> ids = PageTable.ids(rows);
      Viewers viewers = new Viewers(new Cast(tables, rows.tenant(), other.tenant()), browser);
      List<PageTable.Row> pages = new PageTable().rows();
      for (String language : List.of("en", "ja")) {
        viewers.speak(language);
        for (int at = 0; at < pages.size(); at++) {
          List<Look> looks = looks(language, at);
          if (!looks.isEmpty()) {
            for (Viewers.Window window : viewers.of(pages.get(at))) {
              look(browser, window, pages.get(at), pages.get(at).address(ids), looks);
            }
          }
        }
      }
    }
    assertTrue(wrong.isEmpty(), () -> wrong.size() + ":\n" + String.join("\n", wrong));
  }

  private static List<Look> looks(String language, int at) {
    return LOOKS.stream()
        .filter(look -> look.language().equals(language))
        .filter(look -> WAYS.equals("all") || LOOKS.indexOf(look) == way(at))
        .toList();
  }

  private static int way(int at) {
    return (at + Integer.parseInt(WAYS)) % LOOKS.size();
  }

  private void look(
      PageBrowser browser,
      Viewers.Window window,
      PageTable.Row row,
      String address,
      List<Look> looks) {
    String name = row.path().replace(".xhtml", "").replace('/', '.') + "-" + window.who() + "-";
    Page page = window.page();
    List<String> errors = browser.errorsDuring(page, () -> open(browser, page, address));
    errors.forEach(error -> wrong.add(name + ": " + error));
    browser.bringAxe(page);
    for (Look look : looks) {
      PageBrowser.show(page, look.theme(), look.width());
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(PICTURES.resolve(name + look + ".png"))
              .setFullPage(true));
      PageBrowser.violations(page).forEach(found -> wrong.add(name + look + ": " + found));
      String out = PageBrowser.sticksOut(page);
      if (!out.isEmpty()) {
        wrong.add(name + look + " is too wide: " + out);
      }
    }
  }

  private void open(PageBrowser browser, Page page, String address) {
    int status = browser.open(page, address);
    if (status != 200) {
      wrong.add(address + " answered " + status);
    }
  }

  /** What people may call their things breaks no page of theirs and none of the datacenter. */
  @Test
  void hostileTextsBreakNoPage() throws Exception {
    try (PortalTables tables = new PortalTables();
        Rows rows = new Rows("hostile");
        Rows other = new Rows("next");
        PageBrowser browser = new PageBrowser();
        HostileTexts texts = new HostileTexts(tables, rows, "hostile")) {
      Map<String, Long> ids = PageTable.ids(rows);
      Viewers viewers = new Viewers(new Cast(tables, rows.tenant(), other.tenant()), browser);
      viewers.speak("en");
      texts.write();
      for (PageTable.Row row : new PageTable().rows()) {
        for (Viewers.Window window : viewers.of(row)) {
          PageBrowser.show(window.page(), ColorScheme.LIGHT, 360);
          String address = row.address(ids);
          List<String> errors =
              browser.errorsDuring(window.page(), () -> open(browser, window.page(), address));
          errors.forEach(error -> wrong.add(address + ": " + error));
          String out = PageBrowser.sticksOut(window.page());
          if (!out.isEmpty()) {
            wrong.add(address + " of the " + window.who() + " is too wide: " + out);
          }
        }
      }
      Visitor admin = Visitor.loggedInAs("admin@hostile", "alpha-secret");
      assertTrue(texts.wasShown(admin, rows.ids().lease()), "the texts are on the lease's page");
    }
    assertTrue(wrong.isEmpty(), () -> wrong.size() + ":\n" + String.join("\n", wrong));
  }
}
