package org.yuzuri.portal.settings;

import java.util.List;
import org.yuzuri.settings.Synthesis;
import org.yuzuri.settings.finding.Finding;

/**
 * What a tenant writes into the editor.
 *
 * @param release installer it is for, such as {@code F40}
 * @param text may hold secrets: do not log or store it elsewhere
 * @param strict whether what the installer only warns about keeps it from being ordered
 */
public record SettingsDraft(String release, String text, boolean strict) {

  /** A text in which a warning is no more than that. */
  public SettingsDraft(String release, String text) {
    this(release, text, false);
  }

  List<Finding> check() {
    SettingsStore.checkText(text);
    List<Finding> findings = Synthesis.check(SettingsStore.release(release), text);
    return strict ? Finding.strictly(findings) : findings;
  }

  @Override
  public String toString() {
    return "settings for " + release + ", " + (strict ? "strict" : "lenient");
  }
}
