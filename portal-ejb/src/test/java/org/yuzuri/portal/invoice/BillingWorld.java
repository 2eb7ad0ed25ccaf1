package org.yuzuri.portal.invoice;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.function.Consumer;
import org.yuzuri.billing.money.Rounding;
import org.yuzuri.portal.invoice.issuer.DueRule;
import org.yuzuri.portal.invoice.issuer.IssuerDraft;
import org.yuzuri.portal.invoice.issuer.IssuerService;
import org.yuzuri.portal.platform.Portal;
import org.yuzuri.portal.platform.PortalDatabase;

/** What tests of invoices find in the database before they begin. */
public final class BillingWorld {

  private final PortalDatabase database;

  public BillingWorld(PortalDatabase database) {
    this.database = database;
  }

  /** A run of February 2026 that has ended; its id. */
  public long newRun() {
    return database.asPortal(
        w ->
            ((Number)
                    w.get(EntityManager.class)
                        .createNativeQuery(
                            "insert into invoice_run (version, month, state, as_of,"
                                + " issuer_version, started_by, started_name, issued_by, ended_at)"
                                + " values (0, '2026-02', 'ISSUED', utc_timestamp(), 0, 1, '', '',"
                                + " utc_timestamp()) returning id")
                        .getSingleResult())
                .longValue());
  }

  /** An invoice of these lines. */
  public InvoiceView issued(long tenant, LineDraft... lines) {
    return issued(Drafts.invoice(tenant, newRun(), lines));
  }

  /** A document. */
  public InvoiceView issued(InvoiceDraft draft) {
    return database.asPortal(
        w -> {
          InvoiceBook book = w.get(InvoiceBook.class);
          return book.view(book.issue(draft, "test").id());
        });
  }

  /** A document as it is now. */
  public InvoiceView view(long id) {
    return database.asPortal(w -> w.get(InvoiceBook.class).view(id));
  }

  /** A member of a tenant who pays, with an address for mail. */
  public void addBillingMember(long tenant) {
    database.write(
        "insert into member (version, tenant_id, login, display_name, password_hash, role,"
            + " state, email, created_at) values (0, ?, ?, 'Bill', 'x', 'TENANT_BILLING', 'OPEN',"
            + " ?, utc_timestamp(3))",
        tenant,
        "bill@" + tenant,
        "bill-" + tenant + "@example.org");
  }

  /** Enters who issues. */
  public void enterIssuer(String name, String registration) {
    does(
        w -> {
          IssuerService issuers = w.get(IssuerService.class);
          issuers.change(
              issuers.view().version(),
              new IssuerDraft(
                  name,
                  "東京都千代田区霞が関3-1-1",
                  registration,
                  "Example Bank 1234567",
                  "",
                  DueRule.END_OF_NEXT_MONTH,
                  Rounding.DOWN));
        });
  }

  /** Keys of mails that begin so, oldest first. */
  public List<String> mails(String begin) {
    return database.asPortal(
        w ->
            w.get(EntityManager.class)
                .createQuery(
                    "select m.key from OutgoingMail m where m.key like :key order by m.id",
                    String.class)
                .setParameter("key", begin + "%")
                .getResultList());
  }

  private void does(Consumer<Portal> work) {
    database.asPortal(
        w -> {
          work.accept(w);
          return true;
        });
  }
}
