package org.yuzuri.portal.mail;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.yuzuri.portal.mail.smtp.Delivery;
import org.yuzuri.portal.mail.smtp.Envelope;
import org.yuzuri.portal.mail.smtp.MailServer;
import org.yuzuri.portal.mail.smtp.MailSettings;

/** The portal's way to the mail server, which a test can change, and act in once it was used. */
public class PostedMail extends MailServer {

  private final AtomicReference<MailServer> way = new AtomicReference<>(new MailServer());
  private volatile UnaryOperator<Delivery> afterwards = UnaryOperator.identity();

  /** From now on mail goes this way. */
  void goBy(MailSettings settings) {
    way.set(new MailServer(settings));
  }

  /** What happens after each delivery, before the portal knows of it. */
  void afterwards(UnaryOperator<Delivery> act) {
    afterwards = act;
  }

  @Override
  public MailSettings settings() {
    return way.get().settings();
  }

  @Override
  public boolean isConfigured() {
    return way.get().isConfigured();
  }

  @Override
  public Delivery deliver(Envelope envelope) {
    return afterwards.apply(way.get().deliver(envelope));
  }
}
