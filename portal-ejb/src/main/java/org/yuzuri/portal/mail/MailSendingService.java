package org.yuzuri.portal.mail;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.mail.smtp.Delivery;
import org.yuzuri.portal.mail.smtp.MailServer;

/** Sends what is queued. Called as the portal. Transactions: required, one for each mail. */
@Stateless
public class MailSendingService {

  private static final Logger log = LoggerFactory.getLogger(MailSendingService.class);
  private static final Duration KEPT = Duration.ofDays(90);

  private static final Duration AFTER_OUR_FAILURE = Duration.ofMinutes(10);

  /** Hibernate's word for SKIP LOCKED in that hint; source: its user guide, "Locking", 6.6. */
  private static final int SKIP_LOCKED = -2;

  @Inject MailServer server;
  @Inject Clock clock;

  @PersistenceContext EntityManager em;

  /** Ids of mails that are due, those that wait longest first; none without a mail server. */
  @RequiresPermissions(Permissions.SYSTEM)
  public List<Long> listDue(int limit) {
    if (!server.isConfigured()) {
      return List.of();
    }
    return em.createQuery(
            "select m.id from OutgoingMail m where m.state = :queued and m.nextTryAt <= :now"
                + " order by m.nextTryAt, m.id",
            Long.class)
        .setParameter("queued", MailState.QUEUED)
        .setParameter("now", clock.instant())
        .setMaxResults(limit)
        .getResultList();
  }

  /**
   * Sends a mail that is due, unless another node is at it. Its row is locked until the mail
   * server's word is kept: who dies in between leaves it due.
   */
  @RequiresPermissions(Permissions.SYSTEM)
  public void send(long id) {
    locked(id)
        .filter(mail -> mail.isDue(clock.instant()))
        .ifPresent(
            mail -> {
              if (mail.isTooOld(clock.instant())) {
                mail.failed(OutgoingMail.TOO_OLD, clock.instant());
              } else {
                deliver(mail);
              }
            });
  }

  /**
   * The portal itself failed to send a mail: it is put off, so that it keeps no other waiting, and
   * given up in its time. Its words may be what it failed over: they are not read here.
   */
  @RequiresPermissions(Permissions.SYSTEM)
  public void putOff(long id) {
    Instant now = clock.instant();
    int givenUp =
        em.createQuery(
                "update OutgoingMail m set m.state = :failed, m.endedAt = :now,"
                    + " m.lastError = 'PORTAL_ERROR' where m.id = :id and m.state = :queued"
                    + " and m.giveUpAt <= :now")
            .setParameter("failed", MailState.FAILED)
            .setParameter("now", now)
            .setParameter("id", id)
            .setParameter("queued", MailState.QUEUED)
            .executeUpdate();
    if (givenUp == 0) {
      em.createQuery(
              "update OutgoingMail m set m.nextTryAt = :later, m.tries = m.tries + 1,"
                  + " m.lastError = 'PORTAL_ERROR' where m.id = :id and m.state = :queued")
          .setParameter("later", now.plus(AFTER_OUR_FAILURE))
          .setParameter("id", id)
          .setParameter("queued", MailState.QUEUED)
          .executeUpdate();
    }
  }

  /** Removes mails that were sent or given up long ago; how many. */
  @RequiresPermissions(Permissions.SYSTEM)
  public int forgetOld() {
    return em.createQuery("delete from OutgoingMail m where m.endedAt < :before")
        .setParameter("before", clock.instant().minus(KEPT))
        .executeUpdate();
  }

  private void deliver(OutgoingMail mail) {
    URI portal = server.settings().portal();
    Delivery delivery = server.deliver(mail.envelope(portal, clock.instant()));
    if (delivery instanceof Delivery.Taken) {
      mail.sent(clock.instant());
    } else if (delivery instanceof Delivery.Refused refused) {
      log.warn("{}: the mail server refuses it: {}", mail, refused.answer());
      mail.failed(refused.answer(), clock.instant());
    } else if (delivery instanceof Delivery.Delayed delayed) {
      log.warn("{}: not sent, tried again later: {}", mail, delayed.answer());
      mail.putOff(delayed.answer(), clock.instant());
    }
  }

  private Optional<OutgoingMail> locked(long id) {
    return em.createQuery("select m from OutgoingMail m where m.id = :id", OutgoingMail.class)
        .setParameter("id", id)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .setHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
        .getResultStream()
        .findFirst();
  }
}
