package org.yuzuri.portal.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
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
  void aMonthIsBilledByTwoPersonsPaidAndPartlyCredited() throws Exception {
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

    clerk.press("decide:callOff");
    clerk.sees("#run-state", "called off");
    clerk.startRun(month);
    demandTwoPersons(chief);
    clerk.press("decide:issue");
    clerk.sees("[id='decide']", "Somebody else has to issue it");
    clerk.sees("#run-state", "to be looked at");
    assertEquals(0, clerk.page().locator("[id='decide:issue']").count(), "no button");

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

    clerk.open("invoice/view.xhtml?id=" + invoice);
    filesSayTheSame(clerk);
    isPaid(clerk);
    isCreditedInPart(clerk);

    chief.open("invoice/view.xhtml?id=" + invoice);
    chief.sees("#invoice-state", "未払い");
    assertEquals(UnbilledLease.TOTAL - 700 - 110, chief.amount("#invoice-owed"));
  }

  private static void demandTwoPersons(BillingPages chief) {
    chief.open("invoice/issuer.xhtml");
    chief.page().check("[id='policy:twoPersons']");
    chief.pressWithProof("policy:savePolicy");
    chief.sees("#messages", "規則を保存しました");
    assertTrue(chief.page().isChecked("[id='policy:twoPersons']"), "the rule holds");
  }

  /** The three files of the invoice that is open, in English. */
  private static void filesSayTheSame(BillingPages person) throws Exception {
    String printed = BillingPages.words(person.download("#invoice-pdf"));
    assertTrue(printed.contains("Invoice") && printed.contains(number), printed);
    assertTrue(printed.contains("1,100") && printed.contains(lease.server()), printed);

    byte[] xml = person.download("#invoice-xml");
    List<String> broken = PintRules.broken(xml);
    assertEquals(1, broken.size(), broken::toString);
    assertTrue(broken.get(0).contains(PintRules.NO_ADDRESS), broken::toString);
    String said = new String(xml, StandardCharsets.UTF_8);
    assertTrue(said.contains("<cbc:ID>" + number + "</cbc:ID>"), said);
    assertTrue(said.contains("currencyID=\"JPY\">1100</cbc:PayableAmount>"), said);

    String[] lines =
        new String(person.download("#invoice-csv"), StandardCharsets.UTF_8).split("\r?\n");
    assertEquals(2, lines.length, String.join("\n", lines));
    assertTrue(lines[1].contains(number) && lines[1].contains(lease.server()), lines[1]);
    assertTrue(lines[1].contains(",10,HOUR,100,1000,JPY,"), lines[1]);
  }

  private static void isPaid(BillingPages clerk) {
    String head = "reference,receivedOn,invoice,amount,currency\n";
    String day = lease.month().plusMonths(1).atDay(1).toString();
    String first = "BANK-1," + day + "," + number + ",400,JPY\n";
    String second = "BANK-2," + day + "," + number + ",300,JPY\n";
    clerk.open("invoice/payments.xhtml");
    clerk.type("payments:file", head + first + second.replace("300", "lots"));
    clerk.press("payments:look");
    clerk.sees("#content", "line 3: lots");
    assertEquals(0, clerk.page().locator("#payment-preview").count(), "nothing to book");

    clerk.type("payments:file", head + first);
    clerk.press("payments:book");
    clerk.sees("#messages", "1 payments were booked");
    clerk.type("payments:file", head + first + second);
    clerk.press("payments:look");
    clerk.sees("#payment-preview", "1 payments are new, 1 are booked already");
    clerk.press("payments:book");
    clerk.sees("[id='newest']", "BANK-2");
    clerk.type("payment:invoice", number);
    clerk.type("payment:receivedOn", day);
    clerk.type("payment:amount", "300");
    clerk.type("payment:reference", "BANK-2");
    clerk.press("payment:enter");
    clerk.sees("#content", "The payment BANK-2 is booked already");
    clerk.open("invoice/view.xhtml?id=" + invoice);
    assertEquals(700, clerk.amount("#invoice-paid"));
    assertEquals(UnbilledLease.TOTAL - 700, clerk.amount("#invoice-owed"));
  }

  /** Of the only line 100 is taken back, and the tax of that. */
  private static void isCreditedInPart(BillingPages clerk) {
    clerk.page().locator("[id='creditingPart'] summary").click();
    clerk.type("creditingPart:line", "1");
    clerk.type("creditingPart:amount", "100");
    clerk.type("creditingPart:partReason", "An hour too much");
    clerk.pressWithProof("creditingPart:credit");
    clerk.sees("h1", "Credit note CN-");
    String note = clerk.number();
    clerk.sees("#content", "An hour too much");
    assertEquals(-110, clerk.amount("#invoice-total"));

    clerk.page().click("a:text-is('" + number + "')");
    clerk.sees("h1", "Invoice " + number);
    clerk.sees("#invoice-notes", note);
    assertEquals(UnbilledLease.TOTAL - 700 - 110, clerk.amount("#invoice-owed"));
    clerk.page().locator("#invoice-notes a").click();
    clerk.sees("h1", note);
  }

  @Test
  @Order(4)
  void whoPaysForATenantFindsReadsAndDownloadsAndSeesNothingElse() throws Exception {
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
    filesSayTheSame(payer);
    assertEquals(0, page.locator("[id='crediting'], [id='creditingPart']").count(), "no credit");

    payer.open("cost/list.xhtml?month=" + lease.month());
    String used = new String(payer.download("#usage"), StandardCharsets.UTF_8);
    assertTrue(used.matches("(?s).*," + lease.server() + ",.*,10(\\.0+)?,HOUR,.*"), used);
    assertFalse(used.contains("," + UnbilledLease.serverOf("Beta", demo.tables()) + ","), used);
    for (String closed :
        List.of(
            "settings/list.xhtml",
            "image/list.xhtml",
            "gateway/list.xhtml",
            "member/list.xhtml",
            "audit/list.xhtml",
            "server/list.xhtml",
            "usage/list.xhtml",
            "report/revenue.xhtml",
            "invoice/issuer.xhtml",
            "invoice/payments.xhtml",
            "invoice/run.xhtml")) {
      assertEquals(403, payer.status(closed), closed);
      assertEquals(0, page.locator("nav a[href$='/" + closed + "']").count(), closed);
    }
    missesWhatIsBetas(payer);
  }

  private static void missesWhatIsBetas(BillingPages payer) throws Exception {
    long others =
        demo.tables()
            .number(
                "select min(i.id) from invoice i join tenant t on t.id = i.tenant_id"
                    + " where t.name = 'Beta'");
    assertTrue(others > 0, "Beta has an invoice");
    assertEquals(404, payer.open("invoice/view.xhtml?id=" + others));
    for (String format : FORMATS) {
      String file = "invoice/file?id=" + others + "&format=" + format;
      assertEquals(404, payer.status(file), file);
      assertFalse(payer.body(file).contains("Beta"), file);
    }
    payer.open("invoice/list.xhtml");
    assertFalse(payer.page().innerText("#content").contains("Beta"), "its list");
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

  @Test
  @Order(6)
  void usageIsThatOfTheMonthInTheAddress() throws Exception {
    BillingPages staff = new BillingPages(browser, "billing@datacenter", "en");
    Page page = staff.page();

    staff.open("usage/list.xhtml");
    assertTrue(page.inputValue("#find-month").matches("20\\d\\d-[01]\\d"), "the current one");
    page.fill("#find-month", lease.month().toString());
    page.click("#find-submit");
    page.waitForURL("**month=" + lease.month() + "*");
    staff.sees("[id='usage:list']", " / " + lease.recordsOfTheMonth(demo.tables()));

    staff.open("usage/list.xhtml?month=2001-02");
    staff.sees("[id='usage:list']", "Nothing");
    assertEquals("2001-02", page.inputValue("#find-month"), "to look on from");
    assertEquals(422, staff.status("usage/list.xhtml?month=2001-13"));
    assertTrue(staff.body("usage/list.xhtml?month=2001-13").contains("YYYY-MM"), "what is meant");
  }
}
