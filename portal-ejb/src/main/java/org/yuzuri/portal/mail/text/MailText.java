package org.yuzuri.portal.mail.text;

/**
 * The words of one mail.
 *
 * @param subject one plain line
 * @param plain lines, the last one with its end
 * @param html a whole document with the same words; what was filled in is escaped
 */
public record MailText(String subject, String plain, String html) {

  /** Without its words: they may open something. */
  @Override
  public String toString() {
    return "MailText[***]";
  }
}
