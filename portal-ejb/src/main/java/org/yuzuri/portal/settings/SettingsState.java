package org.yuzuri.portal.settings;

/** Whether install settings are offered for orders. */
public enum SettingsState {
  /** They are. */
  OPEN,
  /** Their owner removed them; running transfers still have them. */
  REMOVED
}
