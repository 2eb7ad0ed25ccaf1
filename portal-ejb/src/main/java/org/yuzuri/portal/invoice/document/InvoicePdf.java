package org.yuzuri.portal.invoice.document;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;
import org.yuzuri.billing.tax.TaxCategory;
import org.yuzuri.billing.tax.TaxTotal;
import org.yuzuri.portal.invoice.InvoiceDraft;
import org.yuzuri.portal.invoice.InvoiceView;
import org.yuzuri.portal.invoice.LineDraft;
import org.yuzuri.portal.platform.pdf.PdfAttachment;
import org.yuzuri.portal.platform.pdf.PdfFile;
import org.yuzuri.portal.platform.pdf.PdfPage;
import org.yuzuri.portal.usage.charge.NotCharged;

/**
 * A document as a company sends it: PDF/A-3 with the same as XML inside. It says what a qualified
 * invoice has to: issuer and registration number, receiver, what was supplied and when, what of it
 * is taxed at the reduced rate, and net and tax of each rate.
 *
 * <p>Source: National Tax Agency of Japan, items of a qualified invoice and of a qualified return
 * invoice (Consumption Tax Act, articles 57-4 (1) and (3)).
 */
public final class InvoicePdf {

  private static final int MINUTES = 60;
  private static final String STYLE =
      """
      @page { size: A4; margin: 18mm 16mm 20mm 16mm;
        @bottom-left { content: element(foot); }
        @bottom-right { content: counter(page) " / " counter(pages);
          font: 8pt 'document'; color: #555; } }
      body { font: 9pt/1.45 'document'; color: #111; }
      .foot { position: running(foot); font-size: 8pt; color: #555; }
      h1 { font-size: 20pt; font-weight: normal; letter-spacing: 2pt; margin: 0 0 6mm 0;
        border-bottom: 1.5pt solid #24476b; padding-bottom: 2mm; color: #24476b; }
      .two { width: 100%; table-layout: fixed; border-spacing: 0; }
      .two td { vertical-align: top; padding: 0; word-wrap: break-word; }
      .two .gap { width: 8mm; }
      .buyer { font-size: 13pt; border-bottom: 0.5pt solid #111; padding-bottom: 1mm; }
      .facts { width: 100%; table-layout: fixed; border-spacing: 0; }
      .facts th { text-align: left; font-weight: normal; color: #555; width: 32mm; padding: 0;
        vertical-align: top; }
      .facts td { padding: 0; }
      .small { font-size: 8pt; color: #555; }
      .sum { margin: 6mm 0; padding: 3mm 4mm; background: #eef2f6; font-size: 14pt; }
      .lines { width: 100%; table-layout: fixed; border-collapse: collapse;
        -fs-table-paginate: paginate; }
      .lines th { font-weight: normal; text-align: left; color: #fff; background: #24476b;
        padding: 1.2mm 1.5mm; }
      .lines td { padding: 1.2mm 1.5mm; border-bottom: 0.4pt solid #b8c2cc; vertical-align: top;
        word-wrap: break-word; }
      .lines tr { page-break-inside: avoid; }
      .lines .what { width: 38%; } .lines .when { width: 21%; }
      .lines .number { text-align: right; }
      .taxes { margin: 5mm 0 0 40%; }
      .total td { font-size: 11pt; border-top: 1pt solid #111; }
      .notes { margin-top: 7mm; page-break-inside: avoid; }
      """;

  private final InvoiceView invoice;
  private final InvoiceWords words;
  private final PdfPage page;

  private InvoicePdf(InvoiceView invoice, InvoiceWords words) {
    this.invoice = invoice;
    this.words = words;
    this.page =
        new PdfPage(
            words.language(), words.of("title", invoice.kind()) + " " + invoice.number(), STYLE);
  }

  /**
   * The document as a file.
   *
   * @param language English or Japanese; any other is English
   * @throws org.yuzuri.portal.platform.ProblemException NOT_CONFIGURED: there is no font
   */
  public static byte[] of(InvoiceView invoice, Locale language) {
    InvoicePdf pdf = new InvoicePdf(invoice, new InvoiceWords(language));
    pdf.head();
    pdf.sum();
    pdf.lines();
    pdf.taxes();
    pdf.notes();
    return PdfFile.of(
        pdf.page,
        new PdfAttachment(
            invoice.number() + ".xml",
            "text/xml",
            pdf.words.get("attachment"),
            "Alternative",
            invoice.issuedAt(),
            new String(PintXml.of(invoice, ""), StandardCharsets.UTF_8)));
  }

  private void head() {
    InvoiceDraft.Parties parties = invoice.parties();
    page.text("div", "foot", parties.issuer() + "　" + invoice.number());
    page.text("h1", "", words.of("title", invoice.kind()));
    page.begin("table", "two").begin("tr", "").begin("td", "");
    page.text("div", "buyer", words.get("buyer", parties.buyer()));
    page.text("div", "", parties.buyerAddress());
    page.end().text("td", "gap", "").begin("td", "").begin("table", "facts");
    fact("number", invoice.number());
    fact("issuedOn", words.date(invoice.issuedOn()));
    fact("month", words.month(invoice.month()));
    String corrects = invoice.corrects();
    if (corrects != null) {
      LocalDate on = invoice.correctsOn();
      fact("corrects", corrects + (on == null ? "" : " (" + words.date(on) + ")"));
      if (!invoice.reason().isEmpty()) {
        fact("reason", invoice.reason());
      }
    } else {
      fact("dueOn", words.date(invoice.dueOn()));
    }
    page.end().begin("p", "");
    page.text("div", "", parties.issuer());
    page.text("div", "", parties.issuerAddress());
    page.text("div", "", words.get("registration", parties.registration()));
    page.end().end().end().end();
  }

  private void fact(String name, String value) {
    page.begin("tr", "").text("th", "", words.get(name)).text("td", "", value).end();
  }

  private void sum() {
    String key = invoice.isCreditNote() ? "sum.credit" : "sum";
    page.text("div", "sum", words.get(key, words.money(invoice.total())));
  }

  private void lines() {
    page.begin("table", "lines").begin("thead", "").begin("tr", "");
    page.text("th", "what", words.get("line"));
    page.text("th", "when", words.get("time"));
    page.text("th", "number", words.get("quantity"));
    page.text("th", "number", words.get("price"));
    page.text("th", "number", words.get("net"));
    page.end().end().begin("tbody", "");
    invoice.lines().forEach(this::line);
    page.end().end();
  }

  private void line(LineDraft line) {
    page.begin("tr", "").begin("td", "what");
    String server = line.serverName();
    String mark = line.tax() == TaxCategory.REDUCED ? words.get("reduced.mark") : "";
    page.text(
        "div", "", words.of("kind", line.kind()) + (server == null ? "" : " " + server) + mark);
    String offer = line.offerName();
    if (offer != null) {
      page.text("div", "small", offer);
    }
    if (line.correction()) {
      page.text("div", "small", words.get("correction", words.month(line.month())));
    }
    if (line.notCharged().isSomething()) {
      page.text("div", "small", notCharged(line.notCharged()));
    }
    page.end();
    page.text(
        "td",
        "when",
        words.time(line.from(), invoice.zone())
            + " –\n"
            + words.time(line.until(), invoice.zone()));
    page.text("td", "number", words.number(line.quantity()) + words.of("unit", line.unit()));
    page.text("td", "number", words.money(line.unitPrice()));
    page.text("td", "number", words.money(line.net()));
    page.end();
  }

  private String notCharged(NotCharged time) {
    String kinds =
        time.kinds().stream()
            .map(kind -> words.of("fault", kind))
            .collect(Collectors.joining(words.get("separator")));
    return words.get("notCharged", time.minutes() / MINUTES, time.minutes() % MINUTES, kinds);
  }

  private void taxes() {
    page.begin("div", "taxes").begin("table", "lines").begin("thead", "").begin("tr", "");
    page.text("th", "", words.get("rate"));
    page.text("th", "number", words.get("net"));
    page.text("th", "number", words.get("tax"));
    page.end().end().begin("tbody", "");
    for (TaxTotal tax : invoice.taxes()) {
      page.begin("tr", "");
      page.text("td", "", words.of("rate", tax.category()).formatted(words.number(tax.percent())));
      page.text("td", "number", words.money(tax.net()));
      page.text("td", "number", words.money(tax.tax()));
      page.end();
    }
    page.begin("tr", "total");
    page.text("td", "", words.get("total"));
    page.text("td", "", "");
    page.text("td", "number", words.money(invoice.total()));
    page.end().end().end().end();
  }

  private void notes() {
    page.begin("div", "notes");
    if (invoice.lines().stream().anyMatch(line -> line.tax() == TaxCategory.REDUCED)) {
      page.text("p", "", words.get("reduced"));
    }
    if (invoice.taxes().stream().anyMatch(tax -> tax.category() == TaxCategory.REVERSE_CHARGE)) {
      page.text("p", "", words.get("reverse"));
    }
    if (!invoice.isCreditNote()) {
      page.text("p", "", words.get("bank") + "\n" + invoice.parties().bank());
      if (!invoice.parties().terms().isEmpty()) {
        page.text("p", "", words.get("terms") + "\n" + invoice.parties().terms());
      }
    }
    page.text("p", "small", words.get("zone", invoice.zone().getId()));
    page.end();
  }
}
