package org.yuzuri.wire.call;

import org.yuzuri.wire.value.Checks;

/** The install plan. It holds secrets, so it does not print. */
public record SettingsAnswer(String text) {

  public SettingsAnswer {
    Checks.present(text, "text");
  }

  @Override
  public String toString() {
    return "SettingsAnswer[" + text.length() + " characters]";
  }
}
