package org.yuzuri.portal.mail.smtp;

import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server's answer means for a mail. 5yz to the receiver or to what was sent is for good
 * (source: RFC 5321, 4.2.1); everything else, also 5yz to the sender or the log-in, is a matter of
 * the set-up, which an operator can mend while the mail waits.
 */
final class Answers {

  private static final int PERMANENT = 500;
  private static final String SENDER = "MAIL ";

  private Answers() {}

  static Delivery judge(MessagingException failed) {
    for (Exception one = failed; one != null; one = next(one)) {
      if (one instanceof SMTPAddressFailedException receiver
          && receiver.getReturnCode() >= PERMANENT) {
        return new Delivery.Refused(words(receiver));
      }
      if (one instanceof SMTPSendFailedException sent
          && sent.getReturnCode() >= PERMANENT
          && !isOfTheSender(sent)) {
        return new Delivery.Refused(words(sent));
      }
    }
    return new Delivery.Delayed(words(deepest(failed)));
  }

  private static boolean isOfTheSender(SMTPSendFailedException failed) {
    return failed.getCommand() != null && failed.getCommand().startsWith(SENDER);
  }

  private static @Nullable Exception next(Exception one) {
    return one instanceof MessagingException chained ? chained.getNextException() : null;
  }

  private static Exception deepest(Exception one) {
    Exception last = one;
    for (Exception next = next(last); next != null; next = next(last)) {
      last = next;
    }
    return last;
  }

  private static String words(Exception failed) {
    String said = failed.getMessage();
    return said == null || said.isBlank() ? failed.getClass().getSimpleName() : said.strip();
  }
}
