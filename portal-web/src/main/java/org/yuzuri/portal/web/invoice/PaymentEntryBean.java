package org.yuzuri.portal.web.invoice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.invoice.payment.PaymentEntry;
import org.yuzuri.portal.invoice.payment.PaymentService;
import org.yuzuri.portal.web.ui.Messages;
import org.yuzuri.portal.web.ui.Typed;

/** One payment that is typed in. */
@Named
@RequestScoped
public class PaymentEntryBean {

  @Inject PaymentService service;
  @Inject Messages messages;

  private String invoice = "";
  private String receivedOn = "";
  private String amount = "";
  private String reference = "";

  public String enter() {
    service.enter(new PaymentEntry(invoice, receivedOn, amount, reference));
    messages.done("payment.entered", reference.strip(), invoice.strip());
    return "/invoice/payments.xhtml?faces-redirect=true";
  }

  /** The number of an invoice. */
  public String getInvoice() {
    return invoice;
  }

  public void setInvoice(@Nullable String invoice) {
    this.invoice = Typed.text(invoice);
  }

  /** The bank's day, as YYYY-MM-DD. */
  public String getReceivedOn() {
    return receivedOn;
  }

  public void setReceivedOn(@Nullable String receivedOn) {
    this.receivedOn = Typed.text(receivedOn);
  }

  public String getAmount() {
    return amount;
  }

  public void setAmount(@Nullable String amount) {
    this.amount = Typed.text(amount);
  }

  /** The bank's number of the payment. */
  public String getReference() {
    return reference;
  }

  public void setReference(@Nullable String reference) {
    this.reference = Typed.text(reference);
  }
}
