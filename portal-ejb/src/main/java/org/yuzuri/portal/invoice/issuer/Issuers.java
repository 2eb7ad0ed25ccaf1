package org.yuzuri.portal.invoice.issuer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.platform.Problems;
import org.yuzuri.portal.state.row.RowLock;

/** Who issues invoices, for the other parts of the feature. Transaction: the caller's. */
@ApplicationScoped
public class Issuers {

  @PersistenceContext EntityManager em;

  /** What is entered now. */
  public IssuerView now() {
    return em.find(Issuer.class, Issuer.ONLY).view();
  }

  /** From here to the end of the transaction nobody else starts a run or changes the issuer. */
  public void lock() {
    RowLock.lock(em, Issuer.class, Issuer.ONLY);
  }

  /**
   * What is entered now, with all that a qualified invoice has to have.
   *
   * @throws ProblemException ISSUER_INCOMPLETE, for each field that is empty
   */
  public IssuerView complete() {
    IssuerView view = now();
    Problems problems = new Problems();
    for (String field : view.issuer().missing()) {
      problems.add(
          new ProblemException(
              IssuerProblem.ISSUER_INCOMPLETE, field, "", "what a qualified invoice has to have"));
    }
    problems.refuse();
    return view;
  }
}
