package org.yuzuri.portal.problem.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.yuzuri.portal.mail.MailTrouble;
import org.yuzuri.portal.mail.Mails;
import org.yuzuri.portal.problem.Place;
import org.yuzuri.portal.problem.Severity;
import org.yuzuri.portal.problem.Sighting;
import org.yuzuri.portal.problem.Watch;

/** Mails were given up within a day, or wait for longer than an hour. */
@ApplicationScoped
public class MailFailing implements Watch {

  private static final Duration SHOWN = Duration.ofDays(1);
  private static final Duration PATIENCE = Duration.ofHours(1);

  @Inject Mails mails;

  @Override
  public String code() {
    return "MAIL_FAILING";
  }

  @Override
  public List<Sighting> look(Instant now) {
    MailTrouble trouble = mails.trouble(now.minus(SHOWN));
    Instant failed = trouble.failedSince();
    if (failed != null) {
      return List.of(sighting(String.valueOf(trouble.failed()), failed));
    }
    Instant waiting = trouble.waitingSince();
    return waiting != null && waiting.isBefore(now.minus(PATIENCE))
        ? List.of(sighting(trouble.configured() ? "" : "PORTAL_SMTP_HOST", waiting))
        : List.of();
  }

  private static Sighting sighting(String detail, Instant since) {
    return new Sighting(Severity.WARNING, Place.MAIL, 0, "", detail, since);
  }
}
