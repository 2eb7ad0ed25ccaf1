package org.yuzuri.portal.web.audit;

import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.yuzuri.portal.audit.AuditRow;

/**
 * The trail as comma-separated values (RFC 4180) in UTF-8: with a byte order mark, without which
 * Excel takes the text for the computer's own code page, and without cells that a spreadsheet would
 * calculate. Source of the latter: OWASP, "CSV Injection".
 */
final class AuditFile {

  private static final char BYTE_ORDER_MARK = '\ufeff';
  private static final String CALCULATED = "=+-@\t\r\n＝＋－＠";
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader(
              "id", "at", "tenant", "actorKind", "actor", "source", "action", "subject", "detail")
          .get();

  private final CSVPrinter printer;

  /** Begins the file. */
  AuditFile(Appendable to) throws IOException {
    to.append(BYTE_ORDER_MARK);
    printer = new CSVPrinter(to, FORMAT);
  }

  /** Adds these lines. */
  void add(List<AuditRow> rows) throws IOException {
    for (AuditRow row : rows) {
      printer.printRecord(
          row.id(),
          row.at(),
          plain(row.tenant()),
          row.actorKind(),
          plain(row.actorName()),
          plain(row.source()),
          plain(row.action()),
          plain(row.subject()),
          plain(row.detail()));
    }
  }

  void flush() throws IOException {
    printer.flush();
  }

  /**
   * A text that a spreadsheet shows as it is: in front of what would be calculated, an apostrophe.
   */
  static String plain(String text) {
    boolean calculated = !text.isEmpty() && CALCULATED.indexOf(text.charAt(0)) >= 0;
    return calculated ? "'" + text : text;
  }
}
