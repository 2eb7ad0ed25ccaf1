package org.yuzuri.portal.web.invoice;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.invoice.payment.PaymentPreview;
import org.yuzuri.portal.invoice.payment.PaymentService;
import org.yuzuri.portal.invoice.payment.PaymentView;
import org.yuzuri.portal.web.ui.Messages;
import org.yuzuri.portal.web.ui.Typed;

/** Payments: looked at before they are booked, and those that were booked last. */
@Named
@RequestScoped
public class PaymentsBean {

  @Inject PaymentService service;
  @Inject Messages messages;

  private List<PaymentView> newest = List.of();
  private String file = "reference,receivedOn,invoice,amount,currency\n";
  private @Nullable PaymentPreview preview;

  @PostConstruct
  void load() {
    newest = service.newest();
  }

  /** Shows what booking would do; what was typed stays. */
  public void look() {
    preview = service.preview(file);
  }

  public String book() {
    int booked = service.book(file);
    messages.done("payment.booked", booked);
    return "/invoice/payments.xhtml?faces-redirect=true";
  }

  /** Newest first. */
  public List<PaymentView> getNewest() {
    return newest;
  }

  /** Null until it was asked for. */
  public @Nullable PaymentPreview getPreview() {
    return preview;
  }

  /** The lines of the file. */
  public String getFile() {
    return file;
  }

  public void setFile(@Nullable String file) {
    this.file = Typed.text(file);
  }
}
