package org.yuzuri.portal.invoice.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yuzuri.billing.metering.FaultKind;
import org.yuzuri.billing.tax.TaxCategory;
import org.yuzuri.portal.invoice.Drafts;
import org.yuzuri.portal.invoice.InvoiceDraft;
import org.yuzuri.portal.invoice.InvoiceView;
import org.yuzuri.portal.invoice.LineDraft;
import org.yuzuri.portal.platform.pdf.ReadPdf;
import org.yuzuri.portal.usage.charge.NotCharged;

class InvoicePdfTest {

  private static final LineDraft HOURS = Drafts.hours(672, "12.5");

  static Stream<Arguments> documents() {
    return JpPintTest.documents()
        .flatMap(
            document ->
                Stream.of(
                    Arguments.of(document, Locale.ENGLISH),
                    Arguments.of(document, Locale.JAPANESE)));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void fileIsPdfA3WithItsFontAndTheXmlInside(InvoiceView document, Locale language)
      throws Exception {
    try (ReadPdf pdf = new ReadPdf(InvoicePdf.of(document, language))) {
      assertThat(pdf.brokenRules()).isEmpty();
      assertThat(pdf.fontsNotEmbedded()).isEmpty();
      assertThat(pdf.attachments()).containsOnlyKeys(document.number() + ".xml");
      assertThat(pdf.attachments().get(document.number() + ".xml"))
          .isEqualTo(PintXml.of(document, ""));
    }
  }

  @Test
  void itSaysInEnglishWhatAQualifiedInvoiceHasTo() throws IOException {
    InvoiceView invoice = Documents.invoice(HOURS, JpPintTest.taxed(TaxCategory.REDUCED, 8, 100));

    String text = text(invoice, Locale.ENGLISH);

    assertThat(text)
        .contains("Invoice", "Number 2026-000002", "Issued on 1 March 2026")
        .contains("To be paid by 31 March 2026", "Registration number T7000012050002")
        .contains("柚利データセンター株式会社", "Alpha 株式会社", "大阪府大阪市北区1-2-3")
        .contains("Server lent-17", "672 h", "¥12.5 ¥8,400")
        .contains("2026-02-01 00:00 –", "2026-03-01 00:00")
        .contains("Standard rate 10 % ¥8,400 ¥840", "Reduced rate 8 % * ¥100 ¥8")
        .contains("* taxed at the reduced rate")
        .contains("To be paid: ¥9,348", "Example Bank, Head Office, 1234567");
  }

  @Test
  void itSaysInJapaneseWhatAQualifiedInvoiceHasTo() throws IOException {
    InvoiceView invoice = Documents.invoice(HOURS, JpPintTest.taxed(TaxCategory.REDUCED, 8, 100));

    String text = text(invoice, Locale.JAPANESE);

    assertThat(text)
        .contains("適格請求書", "番号 2026-000002", "発行日 2026年3月1日", "支払期限 2026年3月31日")
        .contains("登録番号 T7000012050002", "Alpha 株式会社 御中")
        .contains("サーバ lent-17", "672 時間")
        .contains("標準税率 10% ¥8,400 ¥840", "軽減税率 8% ※ ¥100 ¥8")
        .contains("※ は軽減税率対象品目です。")
        .contains("ご請求金額（税込）：¥9,348");
  }

  /** 15.15 at 10 %, of which no part of a cent is asked for. */
  @Test
  void amountsOfAnotherCurrencyHaveItsSignAndItsDigits() throws IOException {
    InvoiceView invoice = Documents.invoice(Drafts.hours(101, "0.15", "USD"));

    assertThat(text(invoice, Locale.ENGLISH))
        .contains("101 h", "$0.15 $15.15", "Standard rate 10 % $15.15 $1.51")
        .contains("To be paid: $16.66")
        .doesNotContain("¥");
    assertThat(text(invoice, Locale.JAPANESE))
        .contains("標準税率 10% $15.15 $1.51", "ご請求金額（税込）：$16.66")
        .doesNotContain("¥");
  }

  @Test
  void timeThatFaultsTookIsNamedWithWhatTheyWere() throws IOException {
    InvoiceView invoice =
        Documents.invoice(
            Drafts.disturbed(
                HOURS, new NotCharged(11_941, List.of(FaultKind.POWER, FaultKind.SITE))));

    assertThat(text(invoice, Locale.ENGLISH))
        .contains("Not charged: 3 h 20 min", "site not reached,", "power)");
    assertThat(text(invoice, Locale.JAPANESE).replace(" ", "")).contains("課金対象外：3時間20分", "電源）");
    assertThat(text(Documents.invoice(HOURS), Locale.ENGLISH)).doesNotContain("Not charged");
  }

  @Test
  void creditNoteNamesWhatItTakesBackAndIsNegative() throws IOException {
    InvoiceView note = Documents.creditNote(HOURS.takenBack(true, 1));

    assertThat(text(note, Locale.ENGLISH))
        .contains("Credit note", "Takes back from 2026-000001 (1 February 2026)")
        .contains("Billed in error", "Credited: -¥9,240")
        .doesNotContain("Please pay to");
    assertThat(text(note, Locale.JAPANESE))
        .contains("適格返還請求書", "対象の請求書 2026-000001 (2026年2月1日)", "返還金額（税込）：-¥9,240");
  }

  /** Names are what tenants and staff type; nothing of them is markup, and nothing is fetched. */
  @Test
  void hostileNamesArePrintedAsTextAndFetchNothing() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    server.start();
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    try {
      for (String name :
          List.of(
              "<img src=\"" + url + "/img.png\"/>",
              "</style><style>@import url(" + url + "/a.css);</style>",
              "url(" + url + "/b.png)",
              "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + url + "/c\">]>&e;",
              "<object data=\"file:///etc/passwd\"></object>",
              "${jndi:ldap://127.0.0.1/x} #{7*7} ]]> -->",
              "長".repeat(300),
              "W".repeat(300),
              "x🙂y👩‍👩‍👧\u202eevil\u202c\u0000\u0007\ud800z",
              "שלום مرحبا")) {
        byte[] file = InvoicePdf.of(named(name), Locale.ENGLISH);
        try (ReadPdf pdf = new ReadPdf(file)) {
          assertThat(pdf.brokenRules()).as(name).isEmpty();
          assertThat(pdf.pages()).as(name).isLessThanOrEqualTo(2);
          assertThat(pdf.text()).as(name).contains("¥9,240").doesNotContain("root:");
          if (name.startsWith("<img")) {
            assertThat(pdf.text().replace(" ", "")).contains("<imgsrc=\"http://127.0.0.1:");
          }
          if (name.startsWith("x")) {
            assertThat(pdf.text()).contains("evil").doesNotContain("\u202e");
          }
        }
      }
    } finally {
      server.stop(0);
    }
    assertThat(asked).hasValue(0);
  }

  @Test
  void longInvoiceRepeatsItsHeadAndNumbersItsPages() throws Exception {
    List<LineDraft> lines = Collections.nCopies(200, HOURS);

    try (ReadPdf pdf =
        new ReadPdf(
            InvoicePdf.of(Documents.invoice(lines.toArray(LineDraft[]::new)), Locale.ENGLISH))) {
      assertThat(pdf.pages()).isBetween(5, 15);
      assertThat(pdf.text()).contains("1 / " + pdf.pages(), pdf.pages() + " / " + pdf.pages());
      assertThat(pdf.text().split("What for", -1).length - 1).isGreaterThanOrEqualTo(5);
      assertThat(pdf.brokenRules()).isEmpty();
    }
  }

  /** Ink where the words are, and none in the margins: nothing hangs over the edge. */
  @Test
  void nothingHangsOverTheEdgeOfThePaper() throws Exception {
    for (String name : List.of("Alpha 株式会社", "W".repeat(300), "長".repeat(300))) {
      try (ReadPdf pdf = new ReadPdf(InvoicePdf.of(named(name), Locale.JAPANESE))) {
        BufferedImage picture = pdf.picture();
        String kept = System.getProperty("yuzuri.pdf.pictures");
        if (kept != null) {
          pdf.picture(new File(kept, "invoice-" + name.length() + ".png"));
        }
        assertThat(ink(picture, 0, 50)).as("left margin").isZero();
        assertThat(ink(picture, picture.getWidth() - 50, picture.getWidth()))
            .as("right margin")
            .isZero();
        assertThat(ink(picture, 50, picture.getWidth() - 50)).isGreaterThan(5000);
      }
    }
  }

  private static int ink(BufferedImage picture, int from, int until) {
    int dark = 0;
    for (int x = from; x < until; x++) {
      for (int y = 0; y < picture.getHeight(); y++) {
        if ((picture.getRGB(x, y) & 0xff) < 0x80) {
          dark++;
        }
      }
    }
    return dark;
  }

  private static InvoiceView named(String name) {
    InvoiceDraft.Parties parties =
        new InvoiceDraft.Parties(
            "Yuzuri", "Tokyo", "T7000012050002", "Bank 1", "30 days", name, name);
    return Documents.of(parties, Drafts.named(HOURS, name));
  }

  private static String text(InvoiceView document, Locale language) throws IOException {
    try (ReadPdf pdf = new ReadPdf(InvoicePdf.of(document, language))) {
      return pdf.text();
    }
  }
}
