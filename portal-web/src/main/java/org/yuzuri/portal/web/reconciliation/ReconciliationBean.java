package org.yuzuri.portal.web.reconciliation;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.reconciliation.ReconciliationService;
import org.yuzuri.portal.reconciliation.ReconciliationView;
import org.yuzuri.portal.web.ui.Messages;
import org.yuzuri.portal.web.ui.Typed;

/** The books and what the agents know; what is confirmed is what the form was shown with. */
@Named
@RequestScoped
public class ReconciliationBean {

  @Inject ReconciliationService service;
  @Inject Messages messages;

  private ReconciliationView view;
  private String mark = "";

  @PostConstruct
  void load() {
    view = service.view();
    mark = view.mark();
  }

  public void confirm() {
    int quarantined = service.confirm(mark);
    messages.done("reconciliation.confirmed", quarantined);
    load();
  }

  public ReconciliationView getView() {
    return view;
  }

  public String getMark() {
    return mark;
  }

  public void setMark(@Nullable String mark) {
    this.mark = Typed.text(mark);
  }
}
