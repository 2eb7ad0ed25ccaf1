package org.yuzuri.portal.web.invoice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.invoice.issuer.IssuerService;
import org.yuzuri.portal.invoice.issuer.IssuerView;
import org.yuzuri.portal.invoice.issuer.PolicyDraft;
import org.yuzuri.portal.web.ui.Messages;
import org.yuzuri.portal.web.ui.Typed;

/** The form of the rules that bind who bills. */
@Named
@RequestScoped
public class PolicyBean {

  @Inject IssuerService service;
  @Inject Messages messages;

  private String seen = "";
  private boolean twoPersons;
  private @Nullable Integer reminderDays;
  private @Nullable Integer suspendDays;

  /** What holds now. */
  public void load() {
    IssuerView view = service.view();
    seen = view.policy().text();
    twoPersons = view.policy().twoPersons();
    reminderDays = view.policy().reminderDays();
    suspendDays = view.policy().suspendDays();
  }

  public String save() {
    service.changePolicy(seen, new PolicyDraft(twoPersons, reminderDays, suspendDays));
    messages.done("issuer.policy.saved");
    return "/invoice/issuer.xhtml?faces-redirect=true";
  }

  /** What is typed over. */
  public String getSeen() {
    return seen;
  }

  public void setSeen(@Nullable String seen) {
    this.seen = Typed.text(seen);
  }

  public boolean isTwoPersons() {
    return twoPersons;
  }

  public void setTwoPersons(boolean twoPersons) {
    this.twoPersons = twoPersons;
  }

  /** Empty for never. */
  public @Nullable Integer getSuspendDays() {
    return suspendDays;
  }

  public void setSuspendDays(@Nullable Integer suspendDays) {
    this.suspendDays = suspendDays;
  }

  /** Empty for never. */
  public @Nullable Integer getReminderDays() {
    return reminderDays;
  }

  public void setReminderDays(@Nullable Integer reminderDays) {
    this.reminderDays = reminderDays;
  }
}
