package org.yuzuri.settings.finding;

/** How grave a finding is. */
public enum Severity {
  /** Worth knowing; nothing needs to change. */
  INFO,
  /** The installation may stop, ask or end otherwise than meant. */
  WARNING,
  /** The installer would refuse the text, or the text cannot be honoured on this server. */
  ERROR
}
