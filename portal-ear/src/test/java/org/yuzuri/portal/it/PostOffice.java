package org.yuzuri.portal.it;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.server.SMTPServer;

/** The mail server of the portal under test, which takes every mail, and the boxes of receivers. */
final class PostOffice implements MessageHandler {

  private static final int PATIENCE_SECONDS = 60;
  private static final Pattern LINK = Pattern.compile("http://\\S+\\?token=\\S+");
  private static final Map<String, BlockingQueue<Mail>> BOXES = new ConcurrentHashMap<>();

  /** A mail's subject and its plain text. */
  record Mail(String subject, String text) {

    /** Where its one-time link leads. */
    String link() {
      Matcher link = LINK.matcher(text);
      if (!link.find()) {
        throw new IllegalStateException("no link in " + text);
      }
      return link.group();
    }
  }

  private PostOffice(MessageContext ignored) {}

  /** Opens it, for as long as the tests run. */
  static void open() {
    new SMTPServer.Builder()
        .port(Integer.parseInt(System.getenv("PORTAL_SMTP_PORT")))
        .messageHandlerFactory(PostOffice::new)
        .build()
        .start();
  }

  /** Waits for the mail of this subject to an address; what came before it is not asked for. */
  static Mail await(String address, String subject) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    StringBuilder others = new StringBuilder();
    while (true) {
      Mail mail = box(address).poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (mail == null) {
        throw new AssertionError("no mail \"" + subject + "\" to " + address + ", but" + others);
      }
      if (mail.subject().equals(subject)) {
        return mail;
      }
      others.append(" \"").append(mail.subject()).append('"');
    }
  }

  private static BlockingQueue<Mail> box(String address) {
    return BOXES.computeIfAbsent(address, any -> new LinkedBlockingQueue<>());
  }

  @Override
  public void from(String from) {}

  @Override
  public void recipient(String recipient) {}

  @Override
  public String data(InputStream data) throws IOException {
    try {
      MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), data);
      String text = ((Multipart) mail.getContent()).getBodyPart(0).getContent().toString();
      InternetAddress to = (InternetAddress) mail.getRecipients(Message.RecipientType.TO)[0];
      box(to.getAddress()).add(new Mail(mail.getSubject(), text));
    } catch (MessagingException broken) {
      throw new IOException(broken);
    }
    return "250 taken";
  }

  @Override
  public void done() {}
}
