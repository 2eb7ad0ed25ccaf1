package org.yuzuri.portal.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonthlyReportTimeTest {

  /** March begins in Tokyo at 15 o'clock UTC on the last of February. */
  @ParameterizedTest
  @CsvSource({
    "2026-02-28T14:59:59Z,false",
    "2026-02-28T15:00:00Z,false",
    "2026-02-28T17:59:59Z,false",
    "2026-02-28T18:00:00Z,true",
    "2026-03-07T14:59:59Z,true",
    "2026-03-07T15:00:00Z,false",
    "2026-03-20T00:00:00Z,false"
  })
  void aReportIsSentOnceItsMonthIsSummedAndNotWhenItIsOld(Instant now, boolean sent) {
    assertThat(MonthlyReportService.isTime(now, ZoneId.of("Asia/Tokyo"))).isEqualTo(sent);
  }
}
