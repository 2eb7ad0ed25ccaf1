package org.yuzuri.portal.web.invoice;

import java.io.IOException;
import java.math.BigDecimal;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.invoice.InvoiceView;
import org.yuzuri.portal.invoice.LineDraft;

/**
 * The lines of a document as a file for spreadsheets: UTF-8 with a byte order mark, which they want
 * to know the encoding by, and no cell that begins as a formula does.
 *
 * <p>Source of the signs: OWASP, CSV injection.
 */
final class InvoiceCsv {

  private static final String FORMULA = "=+-@\t\r\n＝＋－＠";
  private static final String BYTE_ORDER_MARK = "\ufeff";

  static String of(InvoiceView invoice) {
    StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setHeader(
                "invoice",
                "issuedOn",
                "dueOn",
                "month",
                "kind",
                "lease",
                "server",
                "offer",
                "from",
                "until",
                "quantity",
                "unit",
                "unitPrice",
                "net",
                "currency",
                "taxCategory",
                "percent")
            .get();
    try (CSVPrinter printer = new CSVPrinter(text, format)) {
      for (LineDraft line : invoice.lines()) {
        printer.printRecord(
            invoice.number(),
            invoice.issuedOn(),
            invoice.dueOn(),
            line.month(),
            line.kind(),
            line.leaseId(),
            harmless(line.serverName()),
            harmless(line.offerName()),
            line.from(),
            line.until(),
            plain(line.quantity()),
            line.unit(),
            plain(line.unitPrice().amount()),
            plain(line.net().amount()),
            invoice.currency(),
            line.tax(),
            plain(line.percent()));
      }
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return text.toString();
  }

  private static String harmless(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return "";
    }
    return FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private InvoiceCsv() {}
}
