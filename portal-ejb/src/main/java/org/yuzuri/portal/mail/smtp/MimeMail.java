package org.yuzuri.portal.mail.smtp;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * A mail as it goes over the wire: plain text and HTML of the same words, in UTF-8, marked as
 * written by a machine (source: RFC 3834, 5) so that nobody's absence answers it.
 */
final class MimeMail extends MimeMessage {

  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final String messageId;

  private MimeMail(Session session, String messageId) {
    super(session);
    this.messageId = messageId;
  }

  static MimeMail of(Session session, Envelope envelope, InternetAddress from)
      throws MessagingException {
    String domain = from.getAddress().substring(from.getAddress().lastIndexOf('@') + 1);
    MimeMail mail = new MimeMail(session, "<" + envelope.id() + "@" + domain + ">");
    mail.setFrom(from);
    mail.setRecipient(Message.RecipientType.TO, named(envelope.address(), envelope.name()));
    mail.setSubject(envelope.text().subject(), UTF_8);
    mail.setHeader("Date", date(envelope.at()));
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setContent(
        new MimeMultipart(
            "alternative",
            part(envelope.text().plain(), "plain"),
            part(envelope.text().html(), "html")));
    mail.saveChanges();
    return mail;
  }

  private static InternetAddress named(String address, String name) throws MessagingException {
    try {
      InternetAddress named = new InternetAddress(address, true);
      if (!name.isEmpty()) {
        named.setPersonal(name, UTF_8);
      }
      return named;
    } catch (UnsupportedEncodingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, UTF_8, subtype);
    return part;
  }

  private static String date(Instant at) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
  }

  /** The mail's own, whatever the library would make. */
  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }
}
