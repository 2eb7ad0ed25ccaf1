package org.yuzuri.portal.mail.smtp;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.Objects;
import java.util.Properties;
import org.yuzuri.portal.mail.smtp.SmtpServer.Security;

/** The mail server of the environment. */
@ApplicationScoped
public class MailServer {

  private static final String CONNECT_MILLIS = "10000";
  private static final String ANSWER_MILLIS = "20000";

  private final MailSettings settings;

  /** Reads the environment; what is wrong there keeps the portal from starting. */
  public MailServer() {
    this(MailSettings.of(System.getenv()));
  }

  /** The mail server of these settings. */
  public MailServer(MailSettings settings) {
    this.settings = settings;
  }

  /** How mail goes out. */
  public MailSettings settings() {
    return settings;
  }

  /** Whether there is one. */
  public boolean isConfigured() {
    return settings.server() != null;
  }

  /** Hands it a mail, over a connection of its own; waits for its word on it. */
  public Delivery deliver(Envelope envelope) {
    SmtpServer server = Objects.requireNonNull(settings.server(), "mail server");
    Session session = Session.getInstance(properties(server));
    try (Transport transport = session.getTransport()) {
      MimeMessage message = MimeMail.of(session, envelope, server.from());
      transport.connect(server.host(), server.port(), server.user(), server.password());
      transport.sendMessage(message, message.getAllRecipients());
      return new Delivery.Taken();
    } catch (MessagingException failed) {
      return Answers.judge(failed);
    }
  }

  private static Properties properties(SmtpServer server) {
    Properties properties = new Properties();
    String protocol = server.security() == Security.TLS ? "smtps" : "smtp";
    properties.put("mail.transport.protocol", protocol);
    String prefix = "mail." + protocol + ".";
    properties.put(prefix + "connectiontimeout", CONNECT_MILLIS);
    properties.put(prefix + "timeout", ANSWER_MILLIS);
    properties.put(prefix + "writetimeout", ANSWER_MILLIS);
    properties.put(prefix + "auth", String.valueOf(server.user() != null));
    properties.put(prefix + "from", server.from().getAddress());
    boolean starttls = server.security() == Security.STARTTLS;
    properties.put(prefix + "starttls.enable", String.valueOf(starttls));
    properties.put(prefix + "starttls.required", String.valueOf(starttls));
    properties.put(prefix + "ssl.checkserveridentity", "true");
    if (server.trust() != null) {
      properties.put(prefix + "ssl.socketFactory", server.trust());
      properties.put(prefix + "socketFactory.fallback", "false");
    }
    return properties;
  }
}
