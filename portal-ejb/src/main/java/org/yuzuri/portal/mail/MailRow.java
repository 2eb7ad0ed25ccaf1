package org.yuzuri.portal.mail;

import java.io.Serializable;
import java.time.Instant;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.mail.letter.MailKind;
import org.yuzuri.portal.platform.RowQuery;

/**
 * A mail, as operators' list shows it: without its text.
 *
 * @param address where it goes
 * @param subject in its receiver's language
 * @param tries how often it was tried in vain
 * @param endedAt when it was sent or given up; null while it is queued
 * @param lastError what the mail server said last, or a code in capitals, text {@code
 *     mail.error.CODE}; null: nothing
 */
public record MailRow(
    long id,
    String address,
    MailKind kind,
    String subject,
    MailState state,
    int tries,
    Instant createdAt,
    Instant nextTryAt,
    @Nullable Instant endedAt,
    @Nullable String lastError)
    implements Serializable {

  static final RowQuery<MailRow, MailState> ALL =
      new RowQuery<MailRow, MailState>(
              MailRow.class,
              "OutgoingMail m",
              "m.id",
              "m.address",
              "m.kind",
              "m.subject",
              "m.state",
              "m.tries",
              "m.createdAt",
              "m.nextTryAt",
              "m.endedAt",
              "m.lastError")
          .searchedBy("m.address", "m.subject")
          .inStates("m.state", MailState.class, EnumSet.noneOf(MailState.class))
          .orderedBy("m.id desc");

  /** Whether it may be tried again: it failed, or waits for its next try. */
  public boolean mayTryAgain() {
    return state == MailState.FAILED || (state == MailState.QUEUED && tries > 0);
  }

  /** Whether it is still to be sent. */
  public boolean isQueued() {
    return state == MailState.QUEUED;
  }
}
