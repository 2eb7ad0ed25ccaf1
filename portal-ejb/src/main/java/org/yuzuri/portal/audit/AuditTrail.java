package org.yuzuri.portal.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import org.yuzuri.portal.access.CurrentSubject;

/** Writes entries in the caller's transaction: an act that is rolled back leaves none. */
@ApplicationScoped
public class AuditTrail {

  private static final int DETAIL_LENGTH = 1000;

  @Inject Clock clock;
  @Inject CurrentSubject subject;

  @PersistenceContext(unitName = "portal")
  EntityManager em;

  /**
   * Notes an act of the current subject in its own tenant's trail.
   *
   * @param action feature and verb, such as {@code image.remove}
   * @param object what it was done to, such as {@code image 17}; at most 200 characters
   * @param detail one line for a person, never a secret; line breaks become spaces
   */
  public void record(String action, String object, String detail) {
    record(subject.tenantId(), action, object, detail);
  }

  /** As above, in the trail of the given tenant: for acts of the portal and of operators. */
  public void record(long tenantId, String action, String object, String detail) {
    em.persist(
        new AuditEntry(
            tenantId, clock.instant(), subject.actor(), action, oneLine(object), oneLine(detail)));
  }

  private static String oneLine(String text) {
    String line = text.replaceAll("\\p{Cntrl}", " ");
    return line.length() <= DETAIL_LENGTH ? line : line.substring(0, DETAIL_LENGTH);
  }
}
