package org.yuzuri.portal.mail;

/** Where a mail stands. */
public enum MailState {
  /** It waits for its next try. */
  QUEUED,
  /** The mail server has taken it. */
  SENT,
  /** The mail server refused it for good, or did not take it in time. */
  FAILED,
  /** Its receiver has switched this kind off: it was never to be sent. */
  SUPPRESSED
}
