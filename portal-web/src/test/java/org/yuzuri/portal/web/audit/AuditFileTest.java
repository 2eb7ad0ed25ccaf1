package org.yuzuri.portal.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuzuri.portal.access.ActorKind;
import org.yuzuri.portal.audit.AuditRow;
import org.yuzuri.portal.web.ui.file.CsvFile;

class AuditFileTest {

  @Test
  void excelKnowsTheEncodingAndEveryRowIsALineUnderItsNames() throws IOException {
    String file = written("画像 17", "say \"hi\", twice");

    assertThat(file)
        .startsWith("\ufeffid,at,tenant,actorKind,actor,source,action,subject,detail\r\n");
    CSVRecord row = CSVFormat.RFC4180.parse(new StringReader(file)).getRecords().get(1);
    assertThat(row)
        .containsExactly(
            "7",
            "2026-03-01T12:00:00Z",
            "Alpha",
            "MEMBER",
            "admin@alpha",
            "198.51.100.7",
            "image.add",
            "画像 17",
            "say \"hi\", twice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=HYPERLINK(\"http://evil.example\")",
        "+1",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "＝1＋1"
      })
  void whatASpreadsheetWouldCalculateIsText(String text) throws IOException {
    String file = written(text, text);

    CSVRecord row = CSVFormat.RFC4180.parse(new StringReader(file)).getRecords().get(1);
    assertThat(row.get(7)).isEqualTo("'" + text);
    assertThat(row.get(8)).isEqualTo("'" + text);
  }

  @Test
  void ordinaryTextStaysAsItIs() {
    assertThat(CsvFile.plain("order 7 = 3 servers")).isEqualTo("order 7 = 3 servers");
    assertThat(CsvFile.plain("")).isEmpty();
  }

  private static String written(String subject, String detail) throws IOException {
    StringBuilder text = new StringBuilder();
    AuditFile file = new AuditFile(text);
    file.add(
        List.of(
            new AuditRow(
                7,
                Instant.parse("2026-03-01T12:00:00Z"),
                "Alpha",
                ActorKind.MEMBER,
                "admin@alpha",
                "198.51.100.7",
                "image.add",
                subject,
                detail)));
    file.flush();
    return text.toString();
  }
}
