package org.yuzuri.portal.web.invoice;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.invoice.InvoiceView;
import org.yuzuri.portal.invoice.credit.CreditNoteService;
import org.yuzuri.portal.invoice.credit.PartDraft;
import org.yuzuri.portal.invoice.view.InvoiceService;
import org.yuzuri.portal.web.ui.Chosen;
import org.yuzuri.portal.web.ui.Messages;
import org.yuzuri.portal.web.ui.Typed;

/** One document; takes an invoice back. Loaded once a request. */
@Named
@RequestScoped
public class InvoiceBean {

  @Inject Chosen chosen;
  @Inject InvoiceService service;
  @Inject CreditNoteService credits;
  @Inject Messages messages;

  private InvoiceView invoice;
  private String reason = "";
  private boolean billAnew;
  private String line = "";
  private String amount = "";
  private String partReason = "";
  private boolean partAnew;
  private BigDecimal seen = BigDecimal.ZERO;

  @PostConstruct
  void load() {
    invoice = service.view(chosen.getId());
  }

  public String credit() {
    long note = credits.creditAll(chosen.getId(), reason, billAnew);
    messages.done("invoice.credited", invoice.number());
    return "/invoice/view.xhtml?faces-redirect=true&id=" + note;
  }

  /** Takes a line or a part of it back. */
  public String creditPart() {
    long note =
        credits.creditPart(chosen.getId(), new PartDraft(line, amount, partReason, partAnew), seen);
    messages.done("invoice.credited.part", invoice.number());
    return "/invoice/view.xhtml?faces-redirect=true&id=" + note;
  }

  public InvoiceView getInvoice() {
    return invoice;
  }

  /** Why it is taken back. */
  public String getReason() {
    return reason;
  }

  public void setReason(@Nullable String reason) {
    this.reason = Typed.text(reason);
  }

  /** The number of the line that something is taken back from. */
  public String getLine() {
    return line;
  }

  public void setLine(@Nullable String line) {
    this.line = Typed.text(line);
  }

  /** How much of it, without tax; empty for all that is left. */
  public String getAmount() {
    return amount;
  }

  public void setAmount(@Nullable String amount) {
    this.amount = Typed.text(amount);
  }

  /** Why that part is taken back. */
  public String getPartReason() {
    return partReason;
  }

  public void setPartReason(@Nullable String partReason) {
    this.partReason = Typed.text(partReason);
  }

  /** Whether the next run bills that part anew. */
  public boolean isPartAnew() {
    return partAnew;
  }

  public void setPartAnew(boolean partAnew) {
    this.partAnew = partAnew;
  }

  /** What was taken back so far; from a form, what its viewer was shown of that. */
  public BigDecimal getCredited() {
    return invoice.credited().amount();
  }

  public void setCredited(@Nullable BigDecimal credited) {
    seen = credited == null ? BigDecimal.ONE.negate() : credited;
  }

  /** Whether the next run bills it anew. */
  public boolean isBillAnew() {
    return billAnew;
  }

  public void setBillAnew(boolean billAnew) {
    this.billAnew = billAnew;
  }
}
