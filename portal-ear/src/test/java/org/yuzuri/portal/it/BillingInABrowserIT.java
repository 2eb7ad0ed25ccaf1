package org.yuzuri.portal.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Bills by those who write them and those who pay them, in a browser, in English and Japanese, in a
 * portal that begins as the demo does: with half a year that was made up. Leaves pictures of the
 * charts in {@code target/charts}.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BillingInABrowserIT {

  private static final Path PICTURES = Path.of(System.getProperty("it.target"), "charts");
  private static final List<String> FORMATS = List.of("pdf", "xml", "csv");

  /** Pages with charts, and how many they have of a half year without a lease that runs. */
  private static final Map<String, Integer> REPORTS =
      new TreeMap<>(
          Map.of(
              "report/overview.xhtml", 1,
              "report/revenue.xhtml", 5,
              "report/pool.xhtml", 4,
              "report/work.xhtml", 4));

  @TempDir static Path state;

  private static DemoPortal demo;
  private static PageBrowser browser;
  private static UnbilledLease lease;
  private static String number = "";
  private static long invoice;

  @BeforeAll
  static void start() throws Exception {
    demo = new DemoPortal(state);
    browser = new PageBrowser(DemoPortal.BASE);
    System.out.println("a portal with half a year took " + demo.taken().toSeconds() + " s");
  }

  @AfterAll
  static void end() throws Exception {
    if (browser != null) {
      browser.close();
    }
    if (demo != null) {
      demo.close();
    }
  }

  @Test
  @Order(1)
  void theDemoTellsOfHalfAYearAndSaysThatItWasMadeUp() throws Exception {
    BillingPages operator = new BillingPages(browser, "operator", "en");

    assertEquals(200, operator.open("report/revenue.xhtml"));
    operator.sees("#demo-data", "Demo data");
    Locator months = operator.page().locator("#figure-REVENUE_BY_MONTH tbody tr");
    assertTrue(months.count() >= 6, () -> months.count() + " months");

    assertEquals(200, operator.open("invoice/list.xhtml"));
    assertEquals(
        demo.tables().number("select count(*) from invoice"),
        operator.page().locator("[id='invoices:list_data'] tr").count());
    operator.page().locator("[id='invoices:list_data'] a").last().click();
    operator.sees("#invoice-state", "Settled");
    operator.sees("[id='lines']", "history-");
    operator.sees("#demo-data", "Demo data");
  }

  @Test
  @Order(2)
  void chartsAreDrawnNamedAndToldInTablesInBothLanguagesThemesAndWidths() throws Exception {
    Files.createDirectories(PICTURES);
    List<String> wrong = new ArrayList<>();
    for (String language : List.of("en", "ja")) {
      BillingPages staff = new BillingPages(browser, "billing@datacenter", language);
      for (Map.Entry<String, Integer> report : REPORTS.entrySet()) {
        // what is drawn first is dark in one language and light in the other
        for (ColorScheme theme :
            language.equals("ja")
                ? List.of(ColorScheme.DARK, ColorScheme.LIGHT)
                : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
          for (int width : PageBrowser.WIDTHS) {
            look(staff, report, theme, width, language, wrong);
          }
        }
      }
    }
    assertTrue(wrong.isEmpty(), () -> wrong.size() + ":\n" + String.join("\n", wrong));
  }

  private static void look(
      BillingPages staff,
      Map.Entry<String, Integer> report,
      ColorScheme theme,
      int width,
      String language,
      List<String> wrong) {
    Page page = staff.page();
    PageBrowser.show(page, theme, width);
    if (!page.url().endsWith(report.getKey())) {
      staff.open(report.getKey());
    }
    String name =
        report.getKey().replaceAll("report/|\\.xhtml", "")
            + "-"
            + language
            + "-"
            + theme.name().toLowerCase(Locale.ROOT)
            + "-"
            + width;
    DrawnCharts.wrong(page, report.getValue()).forEach(each -> wrong.add(name + ": " + each));
    String out = PageBrowser.sticksOut(page);
    if (!out.isEmpty()) {
      wrong.add(name + " is too wide: " + out);
    }
    page.screenshot(
        new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
  }

  @Test
  @Order(3)
  void aMonthIsWorkedOutReviewedAndIssuedByTwoPersons() throws Exception {
    lease = UnbilledLease.of("Alpha", demo.tables());
    String month = lease.month().toString();
    BillingPages clerk = new BillingPages(browser, "billing@datacenter", "en");
    BillingPages chief = new BillingPages(browser, "operator", "ja");

    clerk.startRun(month);
    clerk.sees("#messages", "The run of " + month + " was worked out");
    clerk.sees("#run-state", "to be looked at");
    List<String> item = clerk.item("Alpha");
    assertEquals("1", item.get(1).strip(), "lines");
    assertEquals(lease.before(), BillingPages.amountIn(item.get(2)), "the month before");
    assertEquals(UnbilledLease.NET, BillingPages.amountIn(item.get(3)), "net");
    assertEquals(
        UnbilledLease.NET - lease.before(), BillingPages.amountIn(item.get(4)), "difference");
    assertEquals(UnbilledLease.TOTAL, BillingPages.amountIn(item.get(5)), "total");
    assertTrue(item.get(6).contains("waiting"), item.get(6));
    assertEquals(0, clerk.page().locator("[id='items-of-run:items'] a").count(), "a dry run");

    demandTwoPersons(chief);
    clerk.press("decide:issue");
    clerk.sees("[id='decide']", "Somebody else has to issue it");
    clerk.sees("#run-state", "to be looked at");
    assertEquals(0, clerk.page().locator("[id='decide:issue']").count(), "no button");

    chief.open("invoice/run.xhtml");
    chief.press("decide:issue");
    chief.sees("#messages", "中止して、改めて開始してください");
    clerk.press("decide:callOff");
    clerk.sees("#run-state", "called off");
    clerk.startRun(month);
    chief.open("invoice/run.xhtml");
    chief.sees("#run-state", "確認待ち");
    chief.press("decide:issue");
    chief.sees("#messages", "発行しています");
    chief.openIssued("Alpha", "発行済み");

    number = chief.number();
    assertTrue(number.matches("20\\d\\d-\\d{6}"), number);
    invoice = Long.parseLong(chief.page().url().replaceAll("^.*id=", ""));
    assertEquals(UnbilledLease.TOTAL, chief.amount("#invoice-total"));
    String printed = BillingPages.words(chief.download("#invoice-pdf"));
    assertTrue(printed.contains("請求書") && printed.contains(number), printed);
  }

  private static void demandTwoPersons(BillingPages chief) {
    chief.open("invoice/issuer.xhtml");
    chief.page().check("[id='policy:twoPersons']");
    chief.pressWithProof("policy:savePolicy");
    chief.sees("#messages", "規則を保存しました");
    assertTrue(chief.page().isChecked("[id='policy:twoPersons']"), "the rule holds");
  }

  @Test
  @Order(4)
  void whoPaysForATenantFindsAnInvoiceByItsNumberAndThoseThatArePaid() {
    BillingPages payer = new BillingPages(browser, "billing@alpha", "en");
    Page page = payer.page();
    Locator rows = page.locator("[id='invoices:list_data'] tr");
    payer.open("invoice/list.xhtml");
    page.fill("#find-text", number);
    page.click("#find-submit");
    page.waitForURL("**text=" + number + "*");
    assertEquals(1, rows.count());
    payer.open("invoice/list.xhtml");
    page.selectOption("#find-state", "SETTLED");
    page.click("#find-submit");
    page.waitForURL("**state=SETTLED*");
    assertEquals(5, rows.count(), "months that are paid");
    rows.all().forEach(row -> assertTrue(row.innerText().contains("Settled"), row.innerText()));

    payer.open("invoice/list.xhtml?text=" + number);
    page.locator("[id='invoices:list_data'] a").first().click();
    payer.sees("h1", "Invoice " + number);
  }

  @Test
  @Order(5)
  void everybodyElseIsAnsweredByTheirRole() {
    String page = "invoice/view.xhtml?id=" + invoice;
    List<String> wrong = new ArrayList<>();
    Map<String, List<Integer>> expected =
        Map.of(
            "admin@alpha", List.of(200, 200, 403, 403),
            "orderer@alpha", List.of(403, 403, 403, 403),
            "viewer@alpha", List.of(403, 403, 403, 403),
            "admin@beta", List.of(404, 200, 403, 403),
            "staff@datacenter", List.of(403, 403, 403, 200),
            "auditor@datacenter", List.of(200, 403, 403, 200));
    expected.forEach(
        (login, statuses) -> {
          BillingPages person = new BillingPages(browser, login, "en");
          List<Integer> answered =
              List.of(
                  person.status(page),
                  person.status("cost/usage.csv?month=" + lease.month()),
                  person.status("invoice/run.xhtml"),
                  person.status("report/revenue.xhtml"));
          if (!answered.equals(statuses)) {
            wrong.add(login + ": " + answered + ", expected " + statuses);
          }
          for (String format : FORMATS) {
            int file = person.status("invoice/file?id=" + invoice + "&format=" + format);
            if (file != statuses.get(0)) {
              wrong.add(login + " gets " + format + ": " + file);
            }
          }
          if (login.equals("admin@beta")
              && person.body("cost/usage.csv?month=" + lease.month()).contains(lease.server())) {
            wrong.add("Beta is told what Alpha has used");
          }
        });
    assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong));
  }
}
