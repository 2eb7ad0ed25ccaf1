package org.yuzuri.portal.mail;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.mail.smtp.MailServer;
import org.yuzuri.portal.platform.Attempts;

/** Sends mails: one item, one transaction, one catch. */
@Singleton
@Startup
public class MailTimer {

  private static final Logger log = LoggerFactory.getLogger(MailTimer.class);
  private static final int BATCH = 20;

  @Inject MailSendingService mails;
  @Inject MailServer server;
  @Inject AsSystem asSystem;

  /** Reads the settings as soon as the portal starts: what is wrong with them is told then. */
  @PostConstruct
  void look() {
    if (server.isConfigured()) {
      log.info("mail goes out by {}", server.settings().server());
    } else {
      log.warn("no mail server is set up (PORTAL_SMTP_HOST): mails stay queued");
    }
  }

  /** Looks every five seconds. */
  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false, info = "send mails")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void run() {
    Attempts.tick(
        "mails were not sent; tried again in five seconds",
        () ->
            asSystem.run(
                "mail",
                () ->
                    mails
                        .listDue(BATCH)
                        .forEach(id -> Attempts.run("mail", id, mails::send, mails::putOff))));
  }

  /** Once an hour; on several nodes at once it is harmless. */
  @Schedule(hour = "*", minute = "38", persistent = false, info = "old mails")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void forgetOld() {
    Attempts.tick(
        "old mails were not removed; tried again in an hour",
        () -> asSystem.run("old mails", mails::forgetOld));
  }
}
