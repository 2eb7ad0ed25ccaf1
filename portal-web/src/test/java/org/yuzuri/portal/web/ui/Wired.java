package org.yuzuri.portal.web.ui;

import java.util.Locale;
import org.yuzuri.portal.web.ui.language.Texts;

/** Beans of every page without a container: wired by hand. */
@SuppressWarnings("UnnecessaryAssignment")
public final class Wired {

  private Wired() {}

  /** The portal's texts in a language. */
  public static Texts texts(Locale language) {
    return new Texts() {
      @Override
      public Locale getLocale() {
        return language;
      }
    };
  }

  /** How things look in that language. */
  public static Format format(Texts texts) {
    Format format = new Format();
    format.texts = texts;
    return format;
  }
}
