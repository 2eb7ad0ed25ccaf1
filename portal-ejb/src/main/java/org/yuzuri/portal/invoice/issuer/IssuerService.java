package org.yuzuri.portal.invoice.issuer;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.access.stepup.StepUp;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.audit.Changes;
import org.yuzuri.portal.audit.Meanwhile;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.state.row.RowLock;

/**
 * Who issues invoices, and the rules. Whoever may bill enters the issuer; the rules, which bind who
 * bills, are set by who may change tenants. Transactions: required.
 */
@Stateless
public class IssuerService {

  @Inject AuditTrail audit;
  @Inject Meanwhile meanwhile;
  @Inject StepUp stepUp;
  @Inject Issuers issuers;

  @PersistenceContext EntityManager em;

  /** What is entered now. */
  @RequiresPermissions(Permissions.INVOICE_WRITE)
  public IssuerView view() {
    return issuers.now();
  }

  /**
   * Changes who issues invoices from now on. Invoices that were issued keep what they say; a run
   * that was started before is refused.
   *
   * @param version the one that it was typed over
   * @throws ProblemException INVALID_VALUE of each field, CHANGED_BY, CHANGED_MEANWHILE,
   *     STEP_UP_NEEDED: another bank account is worth a proof
   */
  @RequiresPermissions(Permissions.INVOICE_WRITE)
  public void change(int version, IssuerDraft draft) {
    draft.check();
    Issuer issuer = locked();
    checkSeen(version, issuer.view().version(), issuer, "invoice.issuer");
    stepUp.check();
    IssuerDraft before = issuer.view().issuer();
    issuer.change(draft);
    note("invoice.issuer", changes(before, draft));
  }

  /**
   * Changes the rules for what happens from now on, the issuing of a run that was started before
   * included.
   *
   * @param seen text of the rules that it was typed over
   * @throws ProblemException as above
   */
  @RequiresPermissions(Permissions.TENANT_WRITE)
  public void changePolicy(String seen, PolicyDraft draft) {
    draft.check();
    Issuer issuer = locked();
    PolicyDraft before = issuer.view().policy();
    checkSeen(seen, before.text(), issuer, "invoice.policy");
    stepUp.check();
    issuer.change(draft);
    note("invoice.policy", before.equals(draft) ? "" : before + " → " + draft);
  }

  private Issuer locked() {
    return RowLock.lock(em, Issuer.class, Issuer.ONLY).orElseThrow();
  }

  private void checkSeen(Object seen, Object now, Issuer issuer, String action) {
    meanwhile.check(
        seen,
        now,
        new Meanwhile.Entry("issuer", issuer.view().issuer().name()),
        new Meanwhile.Trace(action, "issuer"));
  }

  private void note(String action, String changes) {
    if (!changes.isEmpty()) {
      audit.record(action, "issuer", changes);
    }
  }

  private static String changes(IssuerDraft before, IssuerDraft after) {
    return new Changes()
        .field("registration", before.registration(), after.registration())
        .field("bank", before.bank(), after.bank())
        .field("name", before.name(), after.name())
        .field("address", before.address(), after.address())
        .field("terms", before.terms(), after.terms())
        .field("due", before.due(), after.due())
        .field("rounding", before.rounding(), after.rounding())
        .text();
  }
}
