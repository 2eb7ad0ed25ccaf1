package org.yuzuri.portal.mail.letter;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.platform.PlainLine;
import org.yuzuri.portal.platform.ProblemException;

/**
 * Who gets a mail.
 *
 * @param memberId the member, whose preferences count; null for somebody who is none yet
 * @param address one plain address, at most 254 characters, without a name
 * @param name how the receiver is called, from anybody: made one plain line of at most 100
 *     characters; may be empty
 * @param language {@code en} or {@code ja}; English for anything else
 * @param zone IANA name of a time zone; UTC for anything else
 */
public record Recipient(
    @Nullable Long memberId,
    String address,
    String name,
    @Nullable String language,
    @Nullable String zone) {

  /** Longest address; source: RFC 5321, 4.5.3.1.3, less the angle brackets. */
  public static final int LONGEST_ADDRESS = 254;

  private static final int LONGEST_NAME = 100;

  /** RFC 5322's dot-atom in ASCII, and a name of hosts with at least one character. */
  private static final Pattern PLAIN =
      Pattern.compile(
          "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?");

  /**
   * @throws ProblemException INVALID_VALUE: the address is none
   */
  public Recipient {
    if (!isAddress(address)) {
      throw ProblemException.invalid(
          "address",
          PlainLine.of(address, LONGEST_ADDRESS),
          "one mail address, such as a@example.org");
    }
    name = PlainLine.of(name, LONGEST_NAME).strip();
  }

  /** Whether this is one plain address that mail can be sent to. */
  public static boolean isAddress(String text) {
    if (text.length() > LONGEST_ADDRESS || !PLAIN.matcher(text).matches()) {
      return false;
    }
    try {
      new InternetAddress(text, true).validate();
      return true;
    } catch (AddressException refused) {
      return false;
    }
  }

  /** The language that is offered and closest to what was asked for. */
  public Locale locale() {
    return Locale.JAPANESE.getLanguage().equals(language) ? Locale.JAPANESE : Locale.ENGLISH;
  }

  /** The time zone of its times. */
  public ZoneId zoneId() {
    try {
      return zone == null ? ZoneOffset.UTC : ZoneId.of(zone);
    } catch (DateTimeException unknown) {
      return ZoneOffset.UTC;
    }
  }
}
