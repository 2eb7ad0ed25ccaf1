package org.yuzuri.portal.mail.preference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.mail.letter.MailKind;

/** Which mails a member wants, for the outbox. Transaction: the caller's. */
@ApplicationScoped
public class MailPreferences {

  @PersistenceContext EntityManager em;

  /** Whether mail of this kind is to be sent to the member; always when it may not be off. */
  public boolean wants(@Nullable Long memberId, MailKind kind) {
    if (memberId == null || !kind.isOptional()) {
      return true;
    }
    return em.createQuery(
                "select count(p) from MailPreference p where p.memberId = :member and p.kind ="
                    + " :kind",
                Long.class)
            .setParameter("member", memberId)
            .setParameter("kind", kind)
            .getSingleResult()
        == 0;
  }
}
