package org.yuzuri.portal.platform;

/** What a stranger wrote, as one plain line of limited length. */
public final class PlainLine {

  private PlainLine() {}

  /**
   * The text with each control character, change of the direction of writing and half character
   * replaced by a space.
   *
   * @param most longest result in UTF-16 units; never ends within a character
   */
  public static String of(String text, int most) {
    String head = text.length() <= most ? text : text.substring(0, most);
    boolean halved =
        head.length() < text.length() && Character.isHighSurrogate(head.charAt(most - 1));
    String whole = halved ? head.substring(0, most - 1) : head;
    StringBuilder line = new StringBuilder(whole.length());
    whole.codePoints().map(PlainLine::plain).forEach(line::appendCodePoint);
    return line.toString();
  }

  private static int plain(int c) {
    boolean control = Character.isISOControl(c);
    boolean direction = (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0xfeff;
    boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return control || direction || half ? ' ' : c;
  }
}
