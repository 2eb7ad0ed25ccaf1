package org.yuzuri.portal.web.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.reconciliation.ReconciliationService;

/**
 * Whether operators' pages say that the database was restored. Books are restored only while all
 * nodes are stopped, so a node that has seen them confirmed need not ask again.
 */
@Named
@ApplicationScoped
public class ReconciliationBanner {

  @Inject ReconciliationService service;
  @Inject CurrentSubject subject;

  private volatile boolean confirmed;

  public boolean isShown() {
    if (confirmed || !subject.isOperator()) {
      return false;
    }
    confirmed = !service.isUnderWay();
    return !confirmed;
  }
}
