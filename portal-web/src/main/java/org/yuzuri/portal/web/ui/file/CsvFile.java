package org.yuzuri.portal.web.ui.file;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated values (RFC 4180) in UTF-8: with a byte order mark, without which Excel takes the
 * text for the computer's own code page, and without cells that a spreadsheet would calculate.
 * Source of the latter: OWASP, "CSV Injection".
 */
public final class CsvFile {

  private static final char BYTE_ORDER_MARK = '\ufeff';
  private static final String CALCULATED = "=+-@\t\r\n＝＋－＠";

  private final CSVPrinter printer;

  /** Begins the file with the names of its columns. */
  public CsvFile(Appendable to, List<String> header) throws IOException {
    to.append(BYTE_ORDER_MARK);
    printer = new CSVPrinter(to, CSVFormat.RFC4180);
    line(header.toArray());
  }

  /** Adds a line: numbers and instants as they are, null as an empty cell, all else as text. */
  public void line(@Nullable Object... cells) throws IOException {
    printer.printRecord(Arrays.stream(cells).map(CsvFile::cell).toArray());
  }

  /** Hands what was added to the receiver. */
  public void flush() throws IOException {
    printer.flush();
  }

  private static @Nullable Object cell(@Nullable Object value) {
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    return value == null || value instanceof Number ? value : plain(String.valueOf(value));
  }

  /**
   * A text that a spreadsheet shows as it is: in front of what would be calculated, an apostrophe.
   */
  public static String plain(String text) {
    boolean calculated = !text.isEmpty() && CALCULATED.indexOf(text.charAt(0)) >= 0;
    return calculated ? "'" + text : text;
  }
}
