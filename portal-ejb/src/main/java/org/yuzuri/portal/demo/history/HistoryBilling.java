package org.yuzuri.portal.demo.history;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.yuzuri.billing.money.Rounding;
import org.yuzuri.portal.invoice.issuer.DueRule;
import org.yuzuri.portal.invoice.issuer.IssuerDraft;
import org.yuzuri.portal.invoice.issuer.IssuerService;
import org.yuzuri.portal.invoice.issuer.IssuerView;
import org.yuzuri.portal.invoice.run.InvoiceRunService;
import org.yuzuri.portal.invoice.run.IssuingService;
import org.yuzuri.portal.reporting.revenue.ReckoningService;
import org.yuzuri.portal.usage.MeteringService;

/**
 * Bills the history as billing staff and the timers do, but all on the demo's first day: months are
 * metered and billed one after the other, all but the last are paid, and a part of the last is
 * credited. Nothing of it happens where anything was billed before. Transactions: the services'.
 */
@Dependent
class HistoryBilling {

  private static final int BATCH = 500;

  private final MeteringService metering;
  private final IssuerService issuers;
  private final InvoiceRunService runs;
  private final IssuingService issuing;
  private final HistorySettlingService settling;
  private final ReckoningService reckoning;
  private final Clock clock;

  @Inject
  HistoryBilling(
      MeteringService metering,
      IssuerService issuers,
      InvoiceRunService runs,
      IssuingService issuing,
      HistorySettlingService settling,
      ReckoningService reckoning,
      Clock clock) {
    this.metering = metering;
    this.issuers = issuers;
    this.runs = runs;
    this.issuing = issuing;
    this.settling = settling;
    this.reckoning = reckoning;
    this.clock = clock;
  }

  void bill() {
    if (runs.newest().isPresent()) {
      return;
    }
    Instant begin = clock.instant();
    meter();
    enterIssuer();
    YearMonth last = runs.lastMonth();
    for (int back = HistoryService.MONTHS - 1; back >= 0; back--) {
      issue(last.minusMonths(back));
    }
    settling.settle(begin, last);
    reckoning.listDue().forEach(reckoning::reckon);
  }

  private void meter() {
    List<Long> due = metering.listDue(0, BATCH);
    while (!due.isEmpty()) {
      due.forEach(metering::write);
      due = metering.listDue(due.get(due.size() - 1), BATCH);
    }
  }

  /** Who issues; what somebody has entered stays. The number is one that nobody can have. */
  private void enterIssuer() {
    IssuerView there = issuers.view();
    if (there.issuer().name().isEmpty()) {
      issuers.change(
          there.version(),
          new IssuerDraft(
              "Demo datacenter (made up)",
              "Nowhere 1-2-3",
              "T9000000000000",
              "No bank, 0000000",
              "",
              DueRule.END_OF_NEXT_MONTH,
              Rounding.DOWN));
    }
  }

  private void issue(YearMonth month) {
    long run = runs.start(month);
    runs.issue(run);
    issuing.listWaiting(BATCH).forEach(issuing::issue);
    issuing.finish();
  }
}
