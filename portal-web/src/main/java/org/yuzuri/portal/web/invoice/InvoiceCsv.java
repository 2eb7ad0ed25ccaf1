package org.yuzuri.portal.web.invoice;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.yuzuri.portal.invoice.InvoiceView;
import org.yuzuri.portal.invoice.LineDraft;
import org.yuzuri.portal.web.ui.file.CsvFile;

/** The lines of a document as a file for spreadsheets and programs. */
final class InvoiceCsv {

  private static final List<String> HEADER =
      List.of(
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
          "percent",
          "faultSeconds",
          "faultKinds");

  static void write(InvoiceView invoice, Appendable to) throws IOException {
    CsvFile file = new CsvFile(to, HEADER);
    for (LineDraft line : invoice.lines()) {
      file.line(
          invoice.number(),
          invoice.issuedOn(),
          invoice.dueOn(),
          line.month(),
          line.kind(),
          line.leaseId(),
          line.serverName(),
          line.offerName(),
          line.from(),
          line.until(),
          plain(line.quantity()),
          line.unit(),
          plain(line.unitPrice().amount()),
          plain(line.net().amount()),
          invoice.currency(),
          line.tax(),
          plain(line.percent()),
          line.notCharged().seconds(),
          line.notCharged().names());
    }
    file.flush();
  }

  private static BigDecimal plain(BigDecimal number) {
    return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
  }

  private InvoiceCsv() {}
}
