package org.yuzuri.portal.problem;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.mail.Mails;
import org.yuzuri.portal.mail.letter.Letter;
import org.yuzuri.portal.mail.letter.MailKind;
import org.yuzuri.portal.mail.letter.Recipient;
import org.yuzuri.portal.member.Members;
import org.yuzuri.portal.member.Person;

/** Tells those who run the datacenter of problems. Transaction: the caller's, who holds a lock. */
@Dependent
class ProblemLetters {

  private static final Logger log = LoggerFactory.getLogger(ProblemLetters.class);

  /** What comes and goes is told again after so long. */
  private static final Duration PAUSE = Duration.ofHours(1);

  private static final int MOST_NAMES = 5;

  @Inject Members members;
  @Inject Mails mails;

  @PersistenceContext EntityManager em;

  /** Tells at once of whatever of this kind does not work and was not told: one mail for all. */
  void tell(String kind, Collection<StandingProblem> standing, Instant now) {
    if (standing.stream().noneMatch(StandingProblem::isToBeTold)) {
      return;
    }
    Set<Long> lately = toldLately(kind, now);
    List<StandingProblem> found =
        standing.stream()
            .filter(StandingProblem::isToBeTold)
            .filter(each -> !lately.contains(each.subjectId()))
            .toList();
    if (found.isEmpty()) {
      return;
    }
    found.forEach(each -> each.told(now));
    StandingProblem first = found.get(0);
    Map<String, String> values =
        Map.of(
            "what",
            kind,
            "names",
            names(found),
            "at",
            first.since().toString(),
            "link",
            "/problem/list.xhtml?kind=" + kind);
    operators().forEach(to -> send(MailKind.PROBLEM_FOUND, to, "problem/" + first.id(), values));
  }

  /** Whom problems are told, with an address. */
  List<Recipient> operators() {
    return members.ofTenant(Tenants.LENDER, Role.OPERATOR, Role.LENDER_ADMIN).stream()
        .flatMap(ProblemLetters::recipient)
        .toList();
  }

  /**
   * Sends one mail.
   *
   * @param key what it is about, without the receiver
   */
  void send(MailKind kind, Recipient to, String key, Map<String, String> values) {
    mails.send(new Letter(kind, to, key + "/" + to.memberId(), values));
  }

  private Set<Long> toldLately(String kind, Instant now) {
    return new HashSet<>(
        em.createQuery(
                "select p.subjectId from StandingProblem p where p.kind = :kind"
                    + " and p.toldAt > :since",
                Long.class)
            .setParameter("kind", kind)
            .setParameter("since", now.minus(PAUSE))
            .getResultList());
  }

  private static String names(List<StandingProblem> found) {
    String names =
        found.stream()
            .map(StandingProblem::subjectName)
            .filter(name -> !name.isBlank())
            .limit(MOST_NAMES)
            .collect(Collectors.joining(", "));
    String some = names.isEmpty() ? "Yuzuri" : names;
    return found.size() > MOST_NAMES ? some + ", … (" + found.size() + ")" : some;
  }

  private static Stream<Recipient> recipient(Person person) {
    String address = person.email();
    if (address == null) {
      return Stream.empty();
    }
    if (!Recipient.isAddress(address)) {
      log.warn("member {} has no address that mail can be sent to", person.id());
      return Stream.empty();
    }
    return Stream.of(
        new Recipient(
            person.id(), address, person.displayName(), person.language(), person.zone()));
  }
}
