package org.yuzuri.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A tenant writes install settings: what is wrong and what fits is shown while it types. */
@Order(0)
@ExtendWith(SharedDemo.class)
class EditingSettingsIT {
  private static final String RELEASE = "KICKSTART_INSTALLER";

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
}
