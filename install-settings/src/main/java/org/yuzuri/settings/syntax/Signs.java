package org.yuzuri.settings.syntax;

/**
 * Which telling characters a text has, a bit for each: found out once while a text is cut into
 * lines, so that rules pass over the many lines in which they have nothing to look for.
 */
public final class Signs {

  /** Anything but printable ASCII and tabs. */
  public static final int UNUSUAL = 1;

  /** The line ends otherwise than by a newline, or not at all. */
  public static final int UNUSUAL_END = 1 << 30;

  private static final String TOLD = "${%<_@#[SxRCFEIY/";

  /** Of a character that ends a line; the sign bit, so it is found by one comparison. */
  static final int LINE_END = Integer.MIN_VALUE;

  private static final int[] OF = new int[128];

  static {
    for (int c = 0; c < OF.length; c++) {
      OF[c] = (c < ' ' || c == 0x7f) && c != '\t' ? UNUSUAL : 0;
      OF[c] |= PythonText.isLineEnd((char) c) ? LINE_END : 0;
    }
    for (int i = 0; i < TOLD.length(); i++) {
      OF[TOLD.charAt(i)] |= UNUSUAL << (i + 1);
    }
  }

  private Signs() {}

  /**
   * The bits of some characters.
   *
   * @param characters each one of <code>${%&lt;_@#[SxRCFEIY/</code>
   */
  public static int of(String characters) {
    int signs = 0;
    for (int i = 0; i < characters.length(); i++) {
      signs |= of(characters.charAt(i));
    }
    return signs;
  }

  /** The bit of a character; 0 when it is not told. */
  public static int of(char c) {
    if (c < OF.length) {
      return OF[c];
    }
    return PythonText.isLineEnd(c) ? UNUSUAL | LINE_END : UNUSUAL;
  }
}
