package org.yuzuri.portal.web.invoice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.money.Rounding;
import org.yuzuri.portal.invoice.issuer.DueRule;
import org.yuzuri.portal.invoice.issuer.IssuerDraft;
import org.yuzuri.portal.invoice.issuer.IssuerService;
import org.yuzuri.portal.invoice.issuer.IssuerView;
import org.yuzuri.portal.web.ui.Messages;
import org.yuzuri.portal.web.ui.Typed;

/** The form of who issues invoices. */
@Named
@RequestScoped
public class IssuerBean {

  @Inject IssuerService service;
  @Inject Messages messages;

  private int version;
  private String name = "";
  private String address = "";
  private String registration = "";
  private String bank = "";
  private String terms = "";
  private DueRule due = DueRule.DAYS_30;
  private Rounding rounding = Rounding.DOWN;

  /** What is entered now. */
  public void load() {
    IssuerView view = service.view();
    version = view.version();
    name = view.issuer().name();
    address = view.issuer().address();
    registration = view.issuer().registration();
    bank = view.issuer().bank();
    terms = view.issuer().terms();
    due = view.issuer().due();
    rounding = view.issuer().rounding();
  }

  public String save() {
    service.change(
        version, new IssuerDraft(name, address, registration, bank, terms, due, rounding));
    messages.done("issuer.saved");
    return "/invoice/issuer.xhtml?faces-redirect=true";
  }

  public DueRule[] getDueRules() {
    return DueRule.values();
  }

  public Rounding[] getRoundings() {
    return Rounding.values();
  }

  /** Of the entry that is typed over. */
  public int getVersion() {
    return version;
  }

  public void setVersion(int version) {
    this.version = version;
  }

  public String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = Typed.text(name);
  }

  public String getAddress() {
    return address;
  }

  public void setAddress(@Nullable String address) {
    this.address = Typed.text(address);
  }

  /** T and 13 digits. */
  public String getRegistration() {
    return registration;
  }

  public void setRegistration(@Nullable String registration) {
    this.registration = Typed.text(registration);
  }

  /** Where to pay. */
  public String getBank() {
    return bank;
  }

  public void setBank(@Nullable String bank) {
    this.bank = Typed.text(bank);
  }

  /** Of payment, in words. */
  public String getTerms() {
    return terms;
  }

  public void setTerms(@Nullable String terms) {
    this.terms = Typed.text(terms);
  }

  public DueRule getDue() {
    return due;
  }

  public void setDue(DueRule due) {
    this.due = due;
  }

  public Rounding getRounding() {
    return rounding;
  }

  public void setRounding(Rounding rounding) {
    this.rounding = rounding;
  }
}
