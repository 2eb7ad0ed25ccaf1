package org.yuzuri.portal.web.reconciliation;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.concurrent.atomic.AtomicBoolean;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.reconciliation.ReconciliationService;

/** Whether operators' pages say that the database was restored. */
@Named
@RequestScoped
public class ReconciliationBanner {

  /** Books are restored only while all nodes are stopped: one that saw them confirmed is done. */
  private static final AtomicBoolean CONFIRMED = new AtomicBoolean();

  @Inject ReconciliationService service;
  @Inject CurrentSubject subject;

  private boolean shown;

  @PostConstruct
  void look() {
    boolean mayKnow = subject.may(Permissions.SERVER_READ);
    shown = !CONFIRMED.get() && mayKnow && service.isUnderWay();
    if (mayKnow && !shown) {
      CONFIRMED.set(true);
    }
  }

  public boolean isShown() {
    return shown;
  }
}
