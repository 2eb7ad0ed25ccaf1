package org.yuzuri.portal.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.RequestSource;
import org.yuzuri.portal.platform.PlainLine;

/** Writes entries in the caller's transaction: an act that is rolled back leaves none. */
@ApplicationScoped
public class AuditTrail {

  static final int LONGEST_SOURCE = 64;
  private static final int LONGEST_ACTION = 60;
  private static final int LONGEST_TEXT = 1000;

  @Inject Clock clock;
  @Inject CurrentSubject subject;
  @Inject AuditKeyFile keys;

  @PersistenceContext EntityManager em;

  /**
   * Notes an act of the current subject in its own tenant's trail.
   *
   * @param action feature and verb, such as {@code image.remove}
   * @param object what it was done to, such as {@code image 17}; at most 1000 characters
   * @param detail one line for a person, never a secret; line breaks become spaces
   */
  public void record(String action, String object, String detail) {
    record(subject.tenantId(), action, object, detail);
  }

  /** As above, in the trail of the given tenant: for acts of the portal and of operators. */
  public void record(long tenantId, String action, String object, String detail) {
    record(tenantId, RequestSource.current(), action, object, detail);
  }

  /** As above, for an act that was tried from this address. */
  void record(long tenantId, String source, String action, String object, String detail) {
    em.persist(
        new AuditEntry(
            tenantId,
            clock.instant(),
            subject.actor(),
            PlainLine.of(source, LONGEST_SOURCE),
            new AuditEntry.Act(
                PlainLine.of(action, LONGEST_ACTION),
                PlainLine.of(object, LONGEST_TEXT),
                PlainLine.of(detail, LONGEST_TEXT)),
            keys.keys()));
  }
}
