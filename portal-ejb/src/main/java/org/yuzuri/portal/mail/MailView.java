package org.yuzuri.portal.mail;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A mail, as operators see it.
 *
 * @param text its words without HTML; null when they may open something, or are gone
 * @param link where its link leads; null when there is none, or the words are not shown
 */
public record MailView(MailRow mail, @Nullable String text, @Nullable String link)
    implements Serializable {

  /** Without its words. */
  @Override
  public String toString() {
    return "MailView[" + mail.id() + "]";
  }
}
