package org.yuzuri.portal.factor;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.Permissions;

/** Uses codes up. Called as the portal; each call its own transaction. */
@Stateless
public class FactorUseService {

  private static final Pattern OF_THE_APP = Pattern.compile("[0-9]{6}");
  private static final int LONGEST = 64;

  @Inject Clock clock;
  @Inject FactorNews news;

  @PersistenceContext EntityManager em;

  /**
   * Uses up a code of the member's app or one of its recovery codes. One statement each decides, so
   * that of two tries at the same moment one succeeds.
   *
   * @return whether it was one, and not used before
   */
  @RequiresPermissions(Permissions.SYSTEM)
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public boolean use(long memberId, String typed) {
    String code = typed.replaceAll("\\s", "");
    if (code.length() > LONGEST) {
      return false;
    }
    SecondFactor factor = em.find(SecondFactor.class, memberId);
    if (factor == null || !factor.isConfirmed()) {
      return false;
    }
    return OF_THE_APP.matcher(code).matches()
        ? useStep(memberId, Totp.step(factor.secret(), code, clock.instant()))
        : useRecoveryCode(memberId, code);
  }

  private boolean useStep(long memberId, OptionalLong step) {
    return step.isPresent()
        && em.createQuery(
                    "update SecondFactor f set f.lastStep = :step"
                        + " where f.memberId = :member and f.lastStep < :step")
                .setParameter("step", step.getAsLong())
                .setParameter("member", memberId)
                .executeUpdate()
            == 1;
  }

  private boolean useRecoveryCode(long memberId, String code) {
    boolean used =
        em.createQuery(
                    "update RecoveryCode c set c.usedAt = :now"
                        + " where c.memberId = :member and c.hash = :hash and c.usedAt is null")
                .setParameter("now", clock.instant())
                .setParameter("member", memberId)
                .setParameter("hash", RecoveryCodes.hash(code))
                .executeUpdate()
            == 1;
    if (used) {
      news.recoveryCodeUsed(memberId);
    }
    return used;
  }
}
