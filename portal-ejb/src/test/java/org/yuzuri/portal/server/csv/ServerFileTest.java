package org.yuzuri.portal.server.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuzuri.portal.platform.ProblemException;

class ServerFileTest {

  private static final String HEADER = String.join(",", ServerColumn.headers());

  @Test
  void byteOrderMarkIsNoPartOfTheFirstColumn() {
    byte[] bytes = ("\ufeff" + HEADER + "\r\n" + line("a")).getBytes(StandardCharsets.UTF_8);

    assertThat(ServerFile.lines(ServerFile.text(bytes))).hasSize(1);
  }

  @Test
  void quotesCommasEndsOfLinesAndJapaneseAreKept() {
    String cells =
        "a,\"棚 \"\"一\"\", 左\",site" + ",x".repeat(13) + ",\"/dev/sda 1 a\n/dev/sdb 1 b\"";
    ServerLine line = ServerFile.lines(HEADER + "\n" + cells).get(0);

    assertThat(line.cell(ServerColumn.OFFER)).isEqualTo("棚 \"一\", 左");
    assertThat(line.cell(ServerColumn.DISKS)).isEqualTo("/dev/sda 1 a\n/dev/sdb 1 b");
  }

  @Test
  void columnsMayStandInAnyOrderAndCase() {
    List<String> headers = new ArrayList<>(ServerColumn.headers());
    Collections.reverse(headers);
    String cells = "d" + ",x".repeat(15) + ",the-name";
    ServerLine line =
        ServerFile.lines(String.join(",", headers).toUpperCase(Locale.ROOT) + "\n" + cells).get(0);

    assertThat(line.cell(ServerColumn.NAME)).isEqualTo("the-name");
    assertThat(line.cell(ServerColumn.DISKS)).isEqualTo("d");
  }

  @Test
  void everyColumnThatIsMissingUnknownOrDoubledIsNamedAtOnce() {
    String header = HEADER.replace("mac,", "").replace("console", "colour") + ",name";
    ProblemException refused =
        catchThrowableOfType(
            ProblemException.class, () -> ServerFile.lines(header + "\n" + line("a")));

    assertThat(refused).hasMessageContaining("column colour");
    assertThat(refused.others())
        .extracting(ProblemException::getMessage)
        .anyMatch(text -> text.contains("a column mac"))
        .anyMatch(text -> text.contains("a column console"))
        .anyMatch(text -> text.contains("column name") && text.contains("each once"));
  }

  @Test
  void lineWithAnotherNumberOfCellsIsToldApart() {
    List<ServerLine> lines = ServerFile.lines(HEADER + "\na,b\n" + line("c"));

    assertThat(lines.get(0).isWhole()).isFalse();
    assertThat(lines.get(0).cellCount()).isEqualTo(2);
    assertThat(lines.get(0).number()).isEqualTo(2);
    assertThat(lines.get(1).isWhole()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Shift_JIS", "UTF-16"})
  void anotherEncodingIsRefused(String encoding) {
    byte[] bytes = (HEADER + "\n" + line("棚")).getBytes(Charset.forName(encoding));

    assertThatThrownBy(() -> ServerFile.lines(ServerFile.text(bytes)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("INVALID_VALUE: file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "\"", "a\"b,\"c", "\"a\"b"})
  void whatIsNoFileOfServersIsRefused(String text) {
    assertThatThrownBy(() -> ServerFile.lines(text)).isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> ServerFile.lines(HEADER + "\n" + text))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void emptyAndTooLargeFilesAreRefused() {
    assertThatThrownBy(() -> ServerFile.text(new byte[0])).hasMessageContaining("0 bytes");
    assertThatThrownBy(() -> ServerFile.text(new byte[ServerFile.LARGEST + 1]))
        .hasMessageContaining("bytes");
    String many = HEADER + ("\n" + line("a")).repeat(ServerFile.MOST_LINES + 1);
    assertThatThrownBy(() -> ServerFile.lines(many)).hasMessageContaining("at most 10000 servers");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "＝1", "\t=1"})
  void whatASpreadsheetWouldCalculateIsGuardedAndReadBackAsItWas(String formula) {
    assertThat(ServerFile.guarded(formula)).isEqualTo("'" + formula);
    assertThat(ServerFile.guarded("tap-1")).isEqualTo("tap-1");
    String cells = "a,'" + formula + ",x".repeat(15);
    assertThat(ServerFile.lines(HEADER + "\n" + cells).get(0).cells().get(ServerColumn.OFFER))
        .isEqualTo(formula);
  }

  private static String line(String name) {
    return name + ",x".repeat(ServerColumn.values().length - 1);
  }
}
