package org.yuzuri.portal.factor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.yuzuri.portal.member.MemberRemoved;

/** Keeps neither secret nor recovery codes of who is gone. In the caller's transaction. */
@ApplicationScoped
class RemovedMembers {

  @PersistenceContext EntityManager em;

  void forget(@Observes MemberRemoved removed) {
    for (String what : new String[] {"RecoveryCode", "SecondFactor"}) {
      em.createQuery("delete from " + what + " f where f.memberId = :member")
          .setParameter("member", removed.memberId())
          .executeUpdate();
    }
  }
}
