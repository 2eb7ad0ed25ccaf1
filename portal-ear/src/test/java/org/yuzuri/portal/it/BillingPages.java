package org.yuzuri.portal.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Somebody at the pages of bills, in a window of a browser. */
final class BillingPages {

  private static final int LONGEST_ISSUING_SECONDS = 60;

  private final PageBrowser browser;
  private final Page page;

  BillingPages(PageBrowser browser, String login, String language) {
    this.browser = browser;
    page = browser.loggedIn(login, DemoPortal.PASSWORD);
    browser.open(page, "profile/view.xhtml?language=" + language);
  }

  Page page() {
    return page;
  }

  /** Opens a page; the status that it was answered with. */
  int open(String path) {
    return browser.open(page, path);
  }

  /** The status that this address is answered with, which is not opened. */
  int status(String path) {
    return page.request()
        .get(DemoPortal.BASE + path, RequestOptions.create().setMaxRedirects(0))
        .status();
  }

  /** What this address is answered with, whatever its status. */
  String body(String path) {
    return page.request().get(DemoPortal.BASE + path).text();
  }

  /** Waits until a part of the page says this. */
  void sees(String part, String text) {
    page.locator(part).filter(new Locator.FilterOptions().setHasText(text)).first().waitFor();
  }

  /** Presses a button that asks first who it is, as the person has not proven that lately. */
  void pressWithProof(String button) {
    page.locator(id(button)).click();
    page.locator("#step-up[open]").waitFor();
    page.fill(id("proof:secret"), DemoPortal.PASSWORD);
    page.click(id("proof:prove"));
  }

  void press(String button) {
    page.click(id(button));
  }

  void type(String field, String text) {
    page.fill(id(field), text);
  }

  /** Works a month out, for review. */
  void startRun(String month) {
    open("invoice/run.xhtml");
    type("start:month", month);
    press("start:begin");
    page.locator(id("decide")).waitFor();
  }

  /** The cells of a tenant's row of the run that is shown. */
  List<String> item(String tenant) {
    return page.locator(id("items-of-run:items") + " tbody tr")
        .filter(new Locator.FilterOptions().setHasText(tenant))
        .first()
        .locator("td")
        .allInnerTexts();
  }

  /** Waits until the run's documents are issued, and opens that of a tenant. */
  void openIssued(String tenant, String issued) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_ISSUING_SECONDS);
    while (!page.locator("#run-state").innerText().equals(issued)) {
      assertTrue(System.nanoTime() < end, () -> "not issued: " + page.innerText("#content"));
      open("invoice/run.xhtml");
    }
    page.locator(id("items-of-run:items") + " tbody tr")
        .filter(new Locator.FilterOptions().setHasText(tenant))
        .first()
        .locator("a")
        .click();
    page.locator("#invoice-state").waitFor();
  }

  /** The number of the document that is shown. */
  String number() {
    return page.innerText("h1").replaceAll("^.*\\s", "");
  }

  /** The amount that a part of the page shows. */
  long amount(String part) {
    return amountIn(page.innerText(part));
  }

  /** An amount of a currency without decimals, as somebody reads it. */
  static long amountIn(String text) {
    return Long.parseLong(text.replaceAll("[^0-9-]", ""));
  }

  /** What a link of the page brings as a file. */
  byte[] download(String link) throws IOException {
    Download download = page.waitForDownload(() -> page.click(link));
    return Files.readAllBytes(download.path());
  }

  /** The words of a PDF. */
  static String words(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(document).replaceAll("\\s+", " ");
    }
  }

  private static String id(String id) {
    return "[id='" + id + "']";
  }
}
