package org.yuzuri.portal.web.transfer;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.yuzuri.portal.transfer.view.PlanView;
import org.yuzuri.portal.transfer.view.TransferService;
import org.yuzuri.portal.web.ui.Chosen;

/** The install plan that a server was given, with who set each line. */
@Named
@RequestScoped
public class TransferPlanBean {

  @Inject Chosen chosen;
  @Inject TransferService service;

  private PlanView plan;

  @PostConstruct
  void load() {
    plan = service.plan(chosen.getId());
  }

  public PlanView getPlan() {
    return plan;
  }

  public long getId() {
    return chosen.getId();
  }
}
