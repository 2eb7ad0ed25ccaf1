package org.yuzuri.portal.settings;

import org.yuzuri.portal.platform.ProblemCode;
import org.yuzuri.portal.platform.ProblemKind;

/** Why settings are not saved. */
public enum SettingsProblem implements ProblemCode {
  /** No installer of that name. */
  UNKNOWN_RELEASE(ProblemKind.REFUSED),
  /** Somebody saved another version meanwhile. */
  SAVED_MEANWHILE(ProblemKind.CONFLICT),
  /** What stands in the editor is in no version; it would be lost. */
  UNSAVED_TEXT(ProblemKind.CONFLICT);

  private final ProblemKind kind;

  SettingsProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
