package org.yuzuri.portal.mail.preference;

import java.io.Serializable;
import org.yuzuri.portal.mail.letter.MailKind;

/**
 * Whether a member gets mails of a kind.
 *
 * @param wanted whether they are sent; always for one that may not be switched off
 */
public record MailPreferenceView(MailKind kind, boolean wanted) implements Serializable {

  /** Whether the member may switch it off. */
  public boolean isOptional() {
    return kind.isOptional();
  }

  /** Whether it is always sent because it is about what is owed. */
  public boolean isContract() {
    return kind.isContract();
  }
}
