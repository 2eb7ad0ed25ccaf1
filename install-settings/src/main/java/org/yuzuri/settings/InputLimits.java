package org.yuzuri.settings;

/** How much a stranger's text may ask of us; beyond it there is one finding and no more work. */
public final class InputLimits {

  /** Longest text, in characters. */
  public static final int TEXT_CHARS = 16 * 1024 * 1024;

  /** Longest line, in characters. */
  public static final int LINE_CHARS = 1024 * 1024;

  /** Most lines. */
  public static final int LINES = 250_000;

  /** Most words on one command line. */
  public static final int WORDS = 4096;

  /** Most findings that are told one by one. */
  public static final int FINDINGS = 1000;

  private InputLimits() {}
}
