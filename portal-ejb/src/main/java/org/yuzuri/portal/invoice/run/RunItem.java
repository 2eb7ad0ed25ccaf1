package org.yuzuri.portal.invoice.run;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.Currency;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.money.Money;
import org.yuzuri.billing.money.Rounding;
import org.yuzuri.portal.platform.NumberedRow;
import org.yuzuri.portal.platform.ProblemException;

/** One tenant of a run, in one currency. Whoever changes it holds its row's lock. */
@Entity
@Table(name = "invoice_run_item")
class RunItem extends NumberedRow {

  private static final int MOST_TRIES = 3;
  private static final String FAILED = "FAILED_THREE_TIMES";

  @Version private int version;

  private long runId;
  private long tenantId;

  @JdbcTypeCode(SqlTypes.CHAR)
  private String currency;

  @Enumerated(EnumType.STRING)
  private ItemState state;

  private int tries;
  private int lineCount;
  private BigDecimal net;
  private BigDecimal tax;
  private BigDecimal beforeNet;
  private @Nullable Long invoiceId;
  private String problem = "";

  /** For Hibernate. */
  RunItem() {}

  /**
   * What was worked out.
   *
   * @param before what was billed for the month before
   */
  RunItem(InvoiceRun run, Proposal proposal, Rounding rounding, Money before) {
    this.runId = run.id();
    this.tenantId = proposal.tenantId();
    this.currency = proposal.currency().getCurrencyCode();
    this.state = ItemState.WAITING;
    this.lineCount = proposal.lines().size();
    this.net = proposal.net().amount();
    this.tax = proposal.tax(rounding).amount();
    this.beforeNet = before.amount();
  }

  /** Whether that is what was reviewed. */
  boolean isAsReviewed(Proposal proposal, Rounding rounding) {
    return lineCount == proposal.lines().size()
        && net.compareTo(proposal.net().amount()) == 0
        && tax.compareTo(proposal.tax(rounding).amount()) == 0;
  }

  void issued(long invoice) {
    state = ItemState.ISSUED;
    invoiceId = invoice;
  }

  void refuse(String why) {
    state = ItemState.REFUSED;
    problem = why;
  }

  /** Issuing it failed once more; whether it is set aside now. */
  boolean stumbled() {
    tries++;
    if (tries < MOST_TRIES) {
      return false;
    }
    state = ItemState.SET_ASIDE;
    problem = FAILED;
    return true;
  }

  /**
   * It is issued after all.
   *
   * @throws ProblemException ITEM_NOT_SET_ASIDE
   */
  void tryAgain() {
    if (state != ItemState.SET_ASIDE) {
      throw new ProblemException(RunProblem.ITEM_NOT_SET_ASIDE, "item", state, "SET_ASIDE");
    }
    state = ItemState.WAITING;
    tries = 0;
    problem = "";
  }

  long runId() {
    return runId;
  }

  long tenantId() {
    return tenantId;
  }

  Currency currency() {
    return Currency.getInstance(currency);
  }

  ItemState state() {
    return state;
  }

  @Override
  public String toString() {
    return "item "
        + id()
        + " of run "
        + runId
        + ", "
        + version
        + ": "
        + beforeNet
        + problem
        + invoiceId;
  }
}
