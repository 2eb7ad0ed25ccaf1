package org.yuzuri.portal.web.lease;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.platform.pdf.PdfAttachment;
import org.yuzuri.portal.platform.pdf.PdfFile;
import org.yuzuri.portal.platform.pdf.PdfPage;
import org.yuzuri.portal.web.ui.language.Texts;
import org.yuzuri.portal.wipe.WipeRecordView;
import org.yuzuri.portal.wipe.certificate.EraseCertificate;

/**
 * A certificate of erasure on paper, in the viewer's language, with the signed file inside. The
 * paper proves nothing: what is checked is the signed file, of whose text it shows the SHA-256.
 */
@RequestScoped
public class EraseCertificatePdf {

  private static final String STYLE =
      """
      @page { size: A4; margin: 18mm 16mm 20mm 16mm;
        @bottom-left { content: element(foot); }
        @bottom-right { content: counter(page) " / " counter(pages);
          font: 8pt 'document'; color: #555; } }
      body { font: 9pt/1.45 'document'; color: #111; }
      .foot { position: running(foot); font-size: 8pt; color: #555; }
      h1 { font-size: 20pt; font-weight: normal; margin: 0 0 6mm 0; color: #24476b;
        border-bottom: 1.5pt solid #24476b; padding-bottom: 2mm; }
      h2 { font-size: 12pt; font-weight: normal; margin: 6mm 0 1mm 0; color: #24476b; }
      .facts { width: 100%; table-layout: fixed; border-spacing: 0; margin: 4mm 0; }
      .facts th { text-align: left; font-weight: normal; color: #555; width: 45mm; padding: 0;
        vertical-align: top; }
      .facts td { padding: 0; word-wrap: break-word; }
      .lines { width: 100%; table-layout: fixed; border-collapse: collapse;
        -fs-table-paginate: paginate; }
      .lines thead th { font-weight: normal; text-align: left; color: #fff; background: #24476b;
        padding: 1.2mm 1.5mm; }
      .lines td { padding: 1.2mm 1.5mm; border-bottom: 0.4pt solid #b8c2cc; vertical-align: top;
        word-wrap: break-word; }
      .lines tr { page-break-inside: avoid; }
      .lines .what { width: 40%; } .lines .number { text-align: right; }
      .small { font-size: 8pt; color: #555; margin-top: 6mm; word-wrap: break-word; }
      """;

  @Inject Texts texts;

  /**
   * The certificate as a file.
   *
   * @param signed the same, signed: CMS in PEM
   * @throws org.yuzuri.portal.platform.ProblemException NOT_CONFIGURED: there is no font
   */
  public byte[] of(EraseCertificate certificate, String signed) {
    String title = texts.get("erased.title");
    WipeRecordView record = certificate.record();
    PdfPage paper = new PdfPage(texts.getLocale(), title, STYLE);
    paper.text("div", "foot", title + "　" + certificate.server());
    paper.text("h1", "", title);
    paper.text("p", "", texts.get("erased.text"));
    paper.begin("table", "facts");
    fact(paper, "erased.server", certificate.server());
    fact(paper, "erased.lease", String.valueOf(certificate.leaseId()));
    fact(paper, "erased.handedOver", time(certificate.handedOverAt()));
    fact(paper, "erased.cutOff", time(certificate.cutOffAt()));
    fact(paper, "erased.at", time(record.writtenAt()));
    fact(paper, "erased.sum", certificate.textSha256());
    paper.end();
    disks(paper, certificate);
    if (!record.leftOut().isEmpty()) {
      leftOut(paper, record);
    }
    paper.text("p", "small", texts.get("erased.paper"));
    String name = "erasure-lease-" + certificate.leaseId() + ".pem";
    return PdfFile.of(
        paper,
        new PdfAttachment(
            name, "application/x-pem-file", title, "Supplement", record.writtenAt(), signed));
  }

  /** ISO 8601, UTC: paper does not know where its reader is. */
  private static String time(@Nullable Instant instant) {
    return instant == null ? "–" : instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private String number(long number) {
    return NumberFormat.getIntegerInstance(texts.getLocale()).format(number);
  }

  private void fact(PdfPage paper, String key, String value) {
    paper.begin("tr", "").text("th", "", texts.get(key)).text("td", "", value).end();
  }

  private void disks(PdfPage paper, EraseCertificate certificate) {
    paper.begin("table", "lines").begin("thead", "").begin("tr", "");
    paper.text("th", "what", texts.get("erased.disk"));
    paper.text("th", "number", texts.get("erased.size"));
    paper.text("th", "", texts.get("erased.method"));
    paper.text("th", "", "NIST SP 800-88");
    paper.text("th", "number", texts.get("erased.read"));
    paper.end().end().begin("tbody", "");
    for (WipeRecordView.Disk disk : certificate.disks()) {
      Integer read = disk.readBackPercent();
      paper.begin("tr", "");
      paper.text("td", "what", disk.id());
      paper.text("td", "number", number(disk.sizeBytes()) + " B");
      paper.text("td", "", disk.method());
      paper.text("td", "", texts.of("erased.level", certificate.level(disk)));
      paper.text("td", "number", read == null ? "" : read + " %");
      paper.end();
    }
    paper.end().end();
  }

  private void leftOut(PdfPage paper, WipeRecordView record) {
    paper.text("h2", "", texts.get("wipe.record.leftOut"));
    paper.begin("table", "lines").begin("tbody", "");
    for (WipeRecordView.LeftOut device : record.leftOut()) {
      paper.begin("tr", "");
      paper.text("td", "what", device.device());
      paper.text("td", "", device.id());
      paper.text("td", "", texts.of("wipe.leftOut", device.reason()));
      paper.end();
    }
    paper.end().end();
  }
}
