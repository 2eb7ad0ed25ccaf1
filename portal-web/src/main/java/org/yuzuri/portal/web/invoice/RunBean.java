package org.yuzuri.portal.web.invoice;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.invoice.run.InvoiceRunService;
import org.yuzuri.portal.invoice.run.RunView;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.web.ui.Messages;
import org.yuzuri.portal.web.ui.Typed;

/** The newest run: worked out, looked at, issued or called off. Loaded once a request. */
@Named("invoiceRunBean")
@RequestScoped
public class RunBean {

  private static final String PAGE = "/invoice/run.xhtml?faces-redirect=true";

  @Inject InvoiceRunService service;
  @Inject Messages messages;

  private @Nullable RunView run;
  private String month = "";

  @PostConstruct
  void load() {
    run = service.newest().orElse(null);
    month = service.lastMonth().toString();
  }

  public String start() {
    service.start(typed());
    messages.done("invoice.run.started", month);
    return PAGE;
  }

  /**
   * Has the run issued that the viewer was shown.
   *
   * @param id of that run: meanwhile there may be another
   */
  public String issue(long id) {
    service.issue(id);
    messages.done("invoice.run.issuing");
    return PAGE;
  }

  public String callOff(long id) {
    service.callOff(id);
    messages.done("invoice.run.calledOff");
    return PAGE;
  }

  /**
   * Has an item issued that was set aside. Its id comes from the button, not from a row's place:
   * the page may be older than what is set aside now.
   *
   * @param item its id, as it was sent
   */
  public String tryAgain(@Nullable String item) {
    String id = Typed.text(item);
    service.tryAgain(id.matches("[0-9]{1,18}") ? Long.parseLong(id) : 0);
    messages.done("invoice.run.tryingAgain");
    return PAGE;
  }

  private YearMonth typed() {
    try {
      return YearMonth.parse(month.strip());
    } catch (DateTimeException none) {
      throw ProblemException.invalid("run.month", month, "YYYY-MM");
    }
  }

  /** Null when there was none yet. */
  public @Nullable RunView getRun() {
    return run;
  }

  /** The month to bill, as {@code 2026-11}. */
  public String getMonth() {
    return month;
  }

  public void setMonth(@Nullable String month) {
    this.month = Typed.text(month);
  }
}
