package org.yuzuri.portal.web.ui;

import org.jspecify.annotations.Nullable;

/** What was typed into a field of a form, as the beans keep it. */
public final class Typed {

  /** The text; JSF hands an empty field over as null, which is kept as an empty text. */
  public static String text(@Nullable String submitted) {
    return submitted == null ? "" : submitted;
  }

  private Typed() {}
}
