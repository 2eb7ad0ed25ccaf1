package org.yuzuri.portal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.finding.Severity;

class SettingsDraftTest {

  private static final SettingsDraft DRAFT =
      new SettingsDraft("RHEL9", "lang en_US.UTF-8\nrootpw --iscrypted nope\npoweroff\n");
  private static final SettingsDraft STRICT =
      new SettingsDraft(DRAFT.release(), DRAFT.text(), true);

  @Test
  void strictlyJudgedEachWarningIsAnErrorAndNothingElseChanges() {
    List<Finding> lenient = DRAFT.check();
    List<Finding> strict = STRICT.check();

    assertThat(lenient).extracting(Finding::severity).contains(Severity.WARNING);
    assertThat(strict).extracting(Finding::severity).doesNotContain(Severity.WARNING);
    assertThat(strict)
        .extracting(Finding::code)
        .containsExactlyElementsOf(lenient.stream().map(Finding::code).toList());
  }

  @Test
  void itsTextStaysOutOfLogs() {
    assertThat(STRICT).hasToString("settings for RHEL9, strict");
  }
}
