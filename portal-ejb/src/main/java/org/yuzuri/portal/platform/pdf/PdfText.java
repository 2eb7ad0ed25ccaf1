package org.yuzuri.portal.platform.pdf;

/** What of a text is printed. */
final class PdfText {

  /**
   * A text without characters that have no look of their own: controls and formats (among them
   * those that turn the direction of writing, so that nothing reads other than it is stored) and
   * halves of surrogate pairs.
   */
  static String printable(String text) {
    StringBuilder printable = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              switch (Character.getType(point)) {
                case Character.CONTROL -> printable.append(' ');
                case Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> {
                  // left out
                }
                default -> printable.appendCodePoint(point);
              }
            });
    return printable.toString();
  }

  private PdfText() {}
}
