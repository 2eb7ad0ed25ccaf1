package org.yuzuri.portal.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import org.yuzuri.portal.mail.letter.Letter;
import org.yuzuri.portal.mail.preference.MailPreferences;
import org.yuzuri.portal.mail.smtp.MailServer;

/** Tells people things by mail, for the portal's other features. Transaction: the caller's. */
@ApplicationScoped
public class Mails {

  @Inject MailServer server;
  @Inject MailPreferences preferences;
  @Inject Clock clock;

  @PersistenceContext EntityManager em;

  /** What became of mails since then. */
  public MailTrouble trouble(Instant since) {
    Object[] found =
        em.createQuery(
                "select count(m), min(m.endedAt) from OutgoingMail m where m.state = :failed"
                    + " and m.endedAt > :since",
                Object[].class)
            .setParameter("failed", MailState.FAILED)
            .setParameter("since", since)
            .getSingleResult();
    Instant waiting =
        em.createQuery(
                "select min(m.createdAt) from OutgoingMail m where m.state = :queued",
                Instant.class)
            .setParameter("queued", MailState.QUEUED)
            .getSingleResult();
    return new MailTrouble(server.isConfigured(), (Long) found[0], (Instant) found[1], waiting);
  }

  /**
   * Keeps a mail to be sent once this transaction is committed. Does nothing when there is one with
   * this key. Two transactions that tell the same at the same moment: the second one is rolled
   * back, so whoever calls holds the lock of what it tells of.
   *
   * @throws IllegalArgumentException a value does not have the form that the kind's text wants
   */
  public void send(Letter letter) {
    boolean told =
        em.createQuery("select count(m) from OutgoingMail m where m.key = :key", Long.class)
                .setParameter("key", letter.key())
                .getSingleResult()
            > 0;
    if (!told) {
      boolean wanted = preferences.wants(letter.to().memberId(), letter.kind());
      em.persist(new OutgoingMail(letter, wanted, server.settings().portal(), clock.instant()));
    }
  }
}
