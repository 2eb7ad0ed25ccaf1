package org.yuzuri.portal.server.csv;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.platform.PlainLine;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.platform.Problems;

/**
 * A file of servers: comma-separated values as RFC 4180 says, in UTF-8, with or without a byte
 * order mark, the first line naming the columns in any order.
 */
final class ServerFile {

  /** Most servers of one file. */
  static final int MOST_LINES = 10_000;

  /** Largest file, in bytes. */
  static final int LARGEST = 5 << 20;

  /** What a spreadsheet would calculate; source: OWASP, "CSV Injection". */
  private static final String CALCULATED = "=+-@\t\r\n＝＋－＠";

  /** What a browser puts in the place of what is no UTF-8. */
  private static final char REPLACED = '\ufffd';

  private static final char BYTE_ORDER_MARK = '\ufeff';
  private static final String FILE = "file";
  private static final int SHOWN = 60;

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

  /**
   * The text of a file.
   *
   * @throws ProblemException INVALID_VALUE: it is empty, too large, or not UTF-8
   */
  static String text(byte[] bytes) {
    if (bytes.length == 0 || bytes.length > LARGEST) {
      throw ProblemException.invalid(FILE, bytes.length + " bytes", "1 to " + LARGEST + " bytes");
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException otherwise) {
      throw ProblemException.invalid(FILE, "another encoding", "CSV in UTF-8");
    }
    if (text.indexOf(REPLACED) >= 0) {
      throw ProblemException.invalid(FILE, "another encoding", "CSV in UTF-8");
    }
    return text.indexOf(BYTE_ORDER_MARK) == 0 ? text.substring(1) : text;
  }

  /**
   * The lines of a text.
   *
   * @throws ProblemException INVALID_VALUE, with everything that is wrong with the file as a whole
   */
  static List<ServerLine> lines(String text) {
    List<ServerLine> lines = new ArrayList<>();
    long line = 0;
    try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
      Iterator<CSVRecord> records = parser.iterator();
      List<ServerColumn> columns = columns(records.hasNext() ? records.next() : null);
      while (records.hasNext()) {
        CSVRecord next = records.next();
        line = next.getRecordNumber();
        if (lines.size() == MOST_LINES) {
          throw ProblemException.invalid(FILE, "more lines", "at most " + MOST_LINES + " servers");
        }
        lines.add(line(next, columns));
      }
    } catch (IOException | UncheckedIOException broken) {
      throw ProblemException.invalid(
          FILE, "after line " + Math.max(1, line), "CSV: each quote has its other one");
    }
    if (lines.isEmpty()) {
      throw ProblemException.invalid(FILE, "no line", "a line for each server below the header");
    }
    return lines;
  }

  private static List<ServerColumn> columns(@Nullable CSVRecord header) {
    Problems problems = new Problems();
    List<ServerColumn> columns = new ArrayList<>();
    Set<ServerColumn> missing = new HashSet<>(List.of(ServerColumn.values()));
    for (String name : header == null ? List.<String>of() : header.toList()) {
      ServerColumn column =
          Arrays.stream(ServerColumn.values())
              .filter(each -> each.header().equalsIgnoreCase(name.strip()))
              .findFirst()
              .orElse(null);
      if (column == null) {
        problems.unless(
            false,
            FILE,
            "column " + PlainLine.of(name, SHOWN),
            "only the columns " + String.join(",", ServerColumn.headers()));
      } else {
        problems.unless(missing.remove(column), FILE, "column " + column.header(), "each once");
        columns.add(column);
      }
    }
    Arrays.stream(ServerColumn.values())
        .filter(missing::contains)
        .forEach(column -> problems.unless(false, FILE, "nothing", "a column " + column.header()));
    problems.refuse();
    return columns;
  }

  private static ServerLine line(CSVRecord record, List<ServerColumn> columns) {
    if (record.size() != columns.size()) {
      return new ServerLine(record.getRecordNumber(), Map.of(), record.size());
    }
    Map<ServerColumn, String> cells = new EnumMap<>(ServerColumn.class);
    for (int i = 0; i < columns.size(); i++) {
      cells.put(columns.get(i), unguarded(record.get(i)));
    }
    return new ServerLine(record.getRecordNumber(), cells, record.size());
  }

  /** In front of what a spreadsheet would calculate, an apostrophe. */
  static String guarded(String text) {
    boolean calculated = !text.isEmpty() && CALCULATED.indexOf(text.charAt(0)) >= 0;
    return calculated ? "'" + text : text;
  }

  private static String unguarded(String text) {
    boolean guarded =
        text.length() > 1 && text.charAt(0) == '\'' && CALCULATED.indexOf(text.charAt(1)) >= 0;
    return guarded ? text.substring(1) : text;
  }

  private ServerFile() {}
}
