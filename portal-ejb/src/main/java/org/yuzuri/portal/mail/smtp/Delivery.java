package org.yuzuri.portal.mail.smtp;

/** What became of one try to send a mail. */
public sealed interface Delivery {

  /** The mail server has taken it. */
  record Taken() implements Delivery {}

  /**
   * The mail server will never take it.
   *
   * @param answer its words
   */
  record Refused(String answer) implements Delivery {}

  /**
   * It could not be sent now: the mail server is away, cannot be trusted or takes it later.
   *
   * @param answer its words, or what went wrong on the way to it
   */
  record Delayed(String answer) implements Delivery {}
}
