package org.yuzuri.portal.web.reconciliation;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.reconciliation.ReconciliationService;
import org.yuzuri.portal.reconciliation.ReconciliationView;
import org.yuzuri.portal.web.ui.Messages;

/** The books and what the agents know; what is confirmed is what was shown. */
@Named
@ViewScoped
public class ReconciliationBean implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject ReconciliationService service;
  @Inject Messages messages;

  private transient @Nullable ReconciliationView view;
  private String mark = "";

  /** Looks, and remembers what was shown. */
  public void load() {
    ReconciliationView shown = service.view();
    mark = shown.mark();
    view = shown;
  }

  public void confirm() {
    int quarantined = service.confirm(mark);
    messages.done("reconciliation.confirmed", quarantined);
    load();
  }

  public ReconciliationView getView() {
    ReconciliationView shown = view == null ? service.view() : view;
    view = shown;
    return shown;
  }
}
