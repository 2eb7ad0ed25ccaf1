package org.yuzuri.portal.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.yuzuri.portal.invoice.document.PintRules;
import org.yuzuri.portal.platform.PortalDatabase;

/** The files of documents that a test has issued. */
public final class IssuedFiles {

  /** Each invoice and credit note of a tenant keeps every official rule, and says what it is. */
  public static void breakNoRule(PortalDatabase database, long tenant) {
    List<Long> issued =
        database.asPortal(
            w ->
                w.get(EntityManager.class)
                    .createQuery(
                        "select i.id from Invoice i where i.tenantId = :tenant", Long.class)
                    .setParameter("tenant", tenant)
                    .getResultList());
    BillingWorld world = new BillingWorld(database);
    for (long id : issued) {
      InvoiceView document = world.view(id);
      assertThat(PintRules.broken(document)).as(document.number()).isEmpty();
    }
  }

  private IssuedFiles() {}
}
