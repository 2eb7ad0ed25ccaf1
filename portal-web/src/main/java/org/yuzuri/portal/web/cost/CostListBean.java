package org.yuzuri.portal.web.cost;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.platform.CommonProblem;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.reporting.cost.BudgetDraft;
import org.yuzuri.portal.reporting.cost.BudgetView;
import org.yuzuri.portal.reporting.cost.CostService;
import org.yuzuri.portal.reporting.cost.CostView;
import org.yuzuri.portal.web.ui.Messages;
import org.yuzuri.portal.web.ui.Typed;
import org.yuzuri.portal.web.ui.failure.Failure;
import org.yuzuri.portal.web.ui.language.Texts;

/** What the tenant's servers cost in the month that the address names, and its budgets. */
@Named
@ViewScoped
public class CostListBean implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject CostService service;
  @Inject Messages messages;
  @Inject Texts texts;

  private String month = "";
  private @Nullable CostView cost;
  private String label = "";
  private String amount = "";
  private String currency = "";
  private String thresholds = "50, 80, 100";

  /** What was typed stays in its field; beside what is wrong with it the current month is shown. */
  public void load() {
    try {
      cost = service.month(month);
    } catch (ProblemException refused) {
      if (refused.code() != CommonProblem.INVALID_VALUE) {
        throw refused;
      }
      Messages.add(
          FacesContext.getCurrentInstance(),
          null,
          FacesMessage.SEVERITY_ERROR,
          Failure.of(refused).text(texts));
      cost = service.month("");
    }
    currency = cost.currency();
  }

  public void addBudget() {
    service.addBudget(new BudgetDraft(label, amount, currency, thresholds));
    messages.done("budget.added");
    label = "";
    amount = "";
    load();
  }

  public void removeBudget(BudgetView budget) {
    service.removeBudget(budget.id());
    messages.done("budget.removed");
    load();
  }

  public @Nullable CostView getCost() {
    return cost;
  }

  public String getMonth() {
    return month;
  }

  public void setMonth(@Nullable String month) {
    this.month = Typed.text(month);
  }

  public String getLabel() {
    return label;
  }

  public void setLabel(@Nullable String label) {
    this.label = Typed.text(label);
  }

  public String getAmount() {
    return amount;
  }

  public void setAmount(@Nullable String amount) {
    this.amount = Typed.text(amount);
  }

  public String getCurrency() {
    return currency;
  }

  public void setCurrency(@Nullable String currency) {
    this.currency = Typed.text(currency);
  }

  public String getThresholds() {
    return thresholds;
  }

  public void setThresholds(@Nullable String thresholds) {
    this.thresholds = Typed.text(thresholds);
  }
}
