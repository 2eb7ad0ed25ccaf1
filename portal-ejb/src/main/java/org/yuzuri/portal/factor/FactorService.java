package org.yuzuri.portal.factor;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import org.apache.shiro.authz.annotation.RequiresAuthentication;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.access.stepup.StepUp;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.member.Members;
import org.yuzuri.portal.member.Person;
import org.yuzuri.portal.platform.ProblemException;

/** One's own second factor, and whether a tenant wants one of everybody. Transactions: required. */
@Stateless
public class FactorService {

  @Inject Clock clock;
  @Inject CurrentSubject subject;
  @Inject StepUp stepUp;
  @Inject AuditTrail audit;
  @Inject FactorNews news;
  @Inject Members members;

  @PersistenceContext EntityManager em;

  /** The subject's own. */
  @RequiresAuthentication
  public FactorView view() {
    SecondFactor factor = em.find(SecondFactor.class, me());
    return new FactorView(
        factor == null ? null : factor.confirmedAt(), begun(factor), codesLeft(), isRequired());
  }

  private FactorView.@Nullable Begun begun(@Nullable SecondFactor factor) {
    return factor == null || factor.isConfirmed()
        ? null
        : new FactorView.Begun(
            factor.secret(), Totp.address(subject.actor().name(), factor.secret()));
  }

  /**
   * Makes a secret for the subject's app; nothing is asked for until a code of it was confirmed.
   *
   * @throws ProblemException FACTOR_SET_UP; STEP_UP_NEEDED
   */
  @RequiresAuthentication
  public void begin() {
    stepUp.check();
    SecondFactor factor = locked();
    if (factor == null) {
      em.persist(new SecondFactor(me(), Totp.newSecret(), clock.instant()));
    } else if (factor.isConfirmed()) {
      throw new ProblemException(
          FactorProblem.FACTOR_SET_UP, "secondFactor", "set up", "none that is set up");
    } else {
      factor.beginAnew(Totp.newSecret(), clock.instant());
    }
  }

  /**
   * The subject's app makes codes: from now on one is asked for at each log-in.
   *
   * @param code of the app, now
   * @return ten recovery codes, to be shown this once
   * @throws ProblemException FACTOR_NOT_BEGUN, FACTOR_SET_UP, CODE_WRONG
   */
  @RequiresAuthentication
  public List<String> confirm(String code) {
    SecondFactor factor = locked();
    if (factor == null) {
      throw new ProblemException(
          FactorProblem.FACTOR_NOT_BEGUN, "secondFactor", "none", "one that was begun");
    }
    if (factor.isConfirmed()) {
      throw new ProblemException(
          FactorProblem.FACTOR_SET_UP, "secondFactor", "set up", "one that is not yet");
    }
    String typed = code.replaceAll("\\s", "");
    OptionalLong step = Totp.step(factor.secret(), typed, clock.instant());
    if (step.isEmpty()) {
      throw new ProblemException(
          FactorProblem.CODE_WRONG, "code", typed.length() + " characters", "6 digits of the app");
    }
    factor.confirm(step.getAsLong(), clock.instant());
    List<String> codes = freshCodes();
    audit.record("factor.add", subject.actor().name(), "");
    news.added(me());
    return codes;
  }

  /**
   * Removes the subject's own.
   *
   * @throws ProblemException FACTOR_REQUIRED; STEP_UP_NEEDED
   */
  @RequiresAuthentication
  public void remove() {
    stepUp.check();
    if (isRequired()) {
      throw new ProblemException(
          FactorProblem.FACTOR_REQUIRED, "secondFactor", "none", "one of each member");
    }
    delete(me());
    audit.record("factor.remove", subject.actor().name(), "");
    news.removed(me());
  }

  /**
   * Makes ten new recovery codes; the last ones open nothing any more.
   *
   * @return the codes, to be shown this once
   * @throws ProblemException FACTOR_NOT_SET_UP; STEP_UP_NEEDED
   */
  @RequiresAuthentication
  public List<String> renewCodes() {
    stepUp.check();
    SecondFactor factor = locked();
    if (factor == null || !factor.isConfirmed()) {
      throw new ProblemException(
          FactorProblem.FACTOR_NOT_SET_UP, "secondFactor", "none", "one that is set up");
    }
    List<String> codes = freshCodes();
    audit.record("factor.codes", subject.actor().name(), "");
    news.recoveryCodesRenewed(me());
    return codes;
  }

  /**
   * Whether the subject's tenant wants a second factor of each member. Who has none sets it up
   * before anything else, at the next request.
   *
   * @throws ProblemException STEP_UP_NEEDED
   */
  @RequiresPermissions(Permissions.MEMBER_WRITE)
  public void require(boolean wanted) {
    stepUp.check();
    em.find(FactorDemand.class, subject.tenantId()).require(wanted);
    audit.record("factor.require", "tenant " + subject.tenantId(), String.valueOf(wanted));
  }

  /**
   * Removes a member's second factor, for who has lost it; what the member has in hand opens
   * nothing any more.
   *
   * @throws ProblemException NOT_FOUND: no member that the subject looks after, or itself;
   *     STEP_UP_NEEDED
   */
  @RequiresPermissions(Permissions.MEMBER_WRITE)
  public void reset(long memberId) {
    Person member =
        members
            .find(memberId)
            .filter(person -> person.id() != me())
            .orElseThrow(() -> ProblemException.notFound("member", memberId));
    stepUp.check();
    delete(memberId);
    audit.record(member.tenantId(), "factor.reset", member.login(), "");
    news.removed(memberId);
  }

  private List<String> freshCodes() {
    em.createQuery("delete from RecoveryCode c where c.memberId = :member")
        .setParameter("member", me())
        .executeUpdate();
    List<String> codes = RecoveryCodes.create();
    codes.forEach(code -> em.persist(new RecoveryCode(me(), RecoveryCodes.hash(code))));
    return codes;
  }

  private void delete(long member) {
    for (String what : new String[] {"RecoveryCode", "SecondFactor"}) {
      em.createQuery("delete from " + what + " f where f.memberId = :member")
          .setParameter("member", member)
          .executeUpdate();
    }
  }

  private long codesLeft() {
    return em.createQuery(
            "select count(c) from RecoveryCode c where c.memberId = :member and c.usedAt is null",
            Long.class)
        .setParameter("member", me())
        .getSingleResult();
  }

  private boolean isRequired() {
    return em.find(FactorDemand.class, subject.tenantId()).isRequired();
  }

  private @Nullable SecondFactor locked() {
    return em.find(SecondFactor.class, me(), LockModeType.PESSIMISTIC_WRITE);
  }

  private long me() {
    return subject.actor().id();
  }
}
