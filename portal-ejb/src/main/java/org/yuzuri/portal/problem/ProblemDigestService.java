package org.yuzuri.portal.problem;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.mail.letter.MailKind;

/** Tells operators every morning what stands. Called as the portal. Transaction: required. */
@Stateless
public class ProblemDigestService {

  /** Hours of the day of whoever is told. */
  private static final int FROM = 7;

  private static final int UNTIL = 12;

  private static final String DIGEST = "DIGEST";

  @Inject ProblemLetters letters;
  @Inject Clock clock;

  @PersistenceContext EntityManager em;

  private record Stands(String kind, Severity severity, long count) {}

  /**
   * Sends each receiver whose morning it is what stands of errors and warnings that nobody has
   * acknowledged, once a day; nothing when nothing does. Two nodes at once wait for each other.
   */
  @RequiresPermissions(Permissions.SYSTEM)
  public void send() {
    Instant now = clock.instant();
    WatchNote.lock(em, DIGEST, "", now);
    List<Stands> stands = stands();
    if (stands.isEmpty()) {
      return;
    }
    Map<String, String> values =
        Map.of(
            "errors", count(stands, Severity.ERROR),
            "warnings", count(stands, Severity.WARNING),
            "kinds", stands.stream().map(Stands::kind).distinct().collect(Collectors.joining(" ")),
            "link", "/problem/list.xhtml?state=OPEN");
    letters
        .operators()
        .forEach(
            to -> {
              ZonedDateTime local = now.atZone(to.zoneId());
              if (local.getHour() >= FROM && local.getHour() < UNTIL) {
                String key = "problems-of-the-day/" + local.toLocalDate();
                letters.send(MailKind.PROBLEMS_OF_THE_DAY, to, key, values);
              }
            });
  }

  private List<Stands> stands() {
    return em.createQuery(
            "select p.kind, p.severity, count(p) from StandingProblem p where p.state = :open"
                + " and p.severity <> :notice group by p.kind, p.severity"
                + " order by p.severity, p.kind",
            Object[].class)
        .setParameter("open", StandingState.OPEN)
        .setParameter("notice", Severity.NOTICE)
        .getResultStream()
        .map(row -> new Stands((String) row[0], (Severity) row[1], (Long) row[2]))
        .toList();
  }

  private static String count(List<Stands> stands, Severity severity) {
    return String.valueOf(
        stands.stream().filter(each -> each.severity() == severity).mapToLong(Stands::count).sum());
  }
}
