package org.yuzuri.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A tenant writes install settings: what is wrong and what fits is shown while it types. */
@Order(0)
@ExtendWith(SharedDemo.class)
class EditingSettingsIT {
  private static final String RELEASE = "KICKSTART_INSTALLER";

  private static final String ORDERABLE =
      """
      url --url=http://10.30.0.10/debian
      clearpart --all
      autopart
      rootpw --lock
      reboot
      %packages
      %end
      """;

  private final String orderable = "Reviewed " + System.currentTimeMillis();
  private final String name = "Edited " + System.currentTimeMillis();
  private TenantBrowser tenant;
  private SettingsEditor editor;

  @BeforeAll
  void openBrowser(Demo running) {
    tenant = running.browserOf("Tenant A");
    editor = tenant.settingsEditor();
  }

  @AfterAll
  void closeBrowser() {
    tenant.close();
  }

  @Test
  @Order(1)
  void findingsAppearAtTheirLinesWhileOneTypes() {
    editor.begin(name, RELEASE);

    editor.type("lang en_US.UTF-8\npart / --siez=1000");

    editor.waitForFinding("KS106", 2);
  }

  @Test
  @Order(2)
  void whatFitsAtTheCursorIsOfferedAndTaken() {
    editor.begin(name, RELEASE);

    editor.type("par");

    editor.takeFirstOffer();
    assertThat(editor.writtenText()).isEqualTo("part");
  }

  @ParameterizedTest
  @CsvSource({
    "timezone Asia/Tok, timezone Asia/Tokyo",
    "lang ja, lang ja_JP.UTF-8",
    "part / --fstype=xf, part / --fstype=xfs"
  })
  @Order(2)
  void valuesThatFitAreOfferedAndTaken(String typed, String completed) {
    editor.begin(name, RELEASE);

    editor.type(typed);

    editor.takeFirstOffer();
    assertThat(editor.writtenText()).isEqualTo(completed);
  }

  @Test
  @Order(2)
  void whatFitsIsOfferedAgainAfterAQuestionThatFailed() {
    editor.begin(name, RELEASE);
    editor.typeWithoutNetwork("pa");

    editor.type("r");

    editor.takeFirstOffer();
    assertThat(editor.writtenText()).isEqualTo("part");
  }

  @Test
  @Order(2)
  void whatFitsIsOfferedAlthoughAnEarlierAnswerComesLate() {
    editor.begin(name, RELEASE);

    editor.typeOnBeforeTheAnswer("p", "ar");

    editor.takeFirstOffer();
    assertThat(editor.writtenText()).isEqualTo("part");
  }

  @Test
  @Order(2)
  void strictSettingsTakeAWarningForAnError() {
    editor.begin(name, RELEASE);
    editor.write(ORDERABLE);
    editor.waitForSeverity("KS204", "WARNING");

    editor.judgeStrictly();

    editor.waitForSeverity("KS204", "ERROR");
  }

  @Test
  @Order(3)
  void earlierVersionIsRestoredAsNewOne() {
    tenant.saveSettings(name, RELEASE, "lang en_US.UTF-8\n");
    editor.open(name);
    editor.replaceAndSave("lang ja_JP.UTF-8\n");
    editor.open(name);

    editor.restore(1);

    editor.open(name);
    assertThat(editor.writtenText().strip()).isEqualTo("lang en_US.UTF-8");
  }

  @Test
  @Order(4)
  void whatWasReviewedIsOrderedOrTheOrderSaysWhatChanged(Demo running) {
    tenant.saveSettings(orderable, RELEASE, ORDERABLE);
    tenant.waitForGateway(Duration.ofMinutes(1));
    tenant.chooseForOrder("Debian by kickstart", orderable);
    try (TenantBrowser otherTab = running.browserOf("Tenant A")) {
      SettingsEditor other = otherTab.settingsEditor();
      other.open(orderable);
      other.replaceAndSave(ORDERABLE + "# saved in another tab\n");
    }

    assertThat(tenant.refusalOfOrder())
        .contains("you saw version 1, the newest is version 2")
        .contains("Nothing was ordered");
  }
}
