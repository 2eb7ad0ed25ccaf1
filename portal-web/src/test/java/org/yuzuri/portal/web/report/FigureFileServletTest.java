package org.yuzuri.portal.web.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuzuri.portal.reporting.figure.Figure;
import org.yuzuri.portal.reporting.figure.FigureTable;
import org.yuzuri.portal.reporting.figure.Line;

class FigureFileServletTest {

  @Test
  void aFileHasItsNumbersAsTheyAre() throws IOException {
    List<CSVRecord> file = file("Alpha", new BigDecimal("-12.50"));

    assertThat(file.get(0))
        .containsExactly("\ufefflabel", "currency", "revenue", "share", "revenue_before");
    assertThat(file.get(1)).containsExactly("Alpha", "JPY", "-12.50", "", "7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1"})
  void aNameThatASpreadsheetWouldCalculateIsText(String name) throws IOException {
    assertThat(file(name, BigDecimal.ONE).get(1).get(0)).isEqualTo("'" + name);
  }

  @Test
  void aNameWithCommasQuotesAndLinesIsOneCell() throws IOException {
    String name = "a,\"b\"\nc";

    assertThat(file(name, BigDecimal.ONE).get(1).get(0)).isEqualTo(name);
  }

  private static List<CSVRecord> file(String name, BigDecimal revenue) throws IOException {
    StringBuilder text = new StringBuilder();
    Line line = new Line(name, "JPY", Arrays.asList(revenue, null), BigDecimal.valueOf(7));
    FigureFileServlet.write(
        new FigureTable(Figure.REVENUE_BY_TENANT, List.of(line), List.of()), text);
    return CSVFormat.RFC4180.parse(new StringReader(text.toString())).getRecords();
  }
}
