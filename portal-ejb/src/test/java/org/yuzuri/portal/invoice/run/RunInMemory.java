package org.yuzuri.portal.invoice.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.tax.TaxTotal;
import org.yuzuri.portal.invoice.BilledLines;
import org.yuzuri.portal.invoice.LineDraft;
import org.yuzuri.portal.usage.charge.Charges;

/**
 * Runs that bill one tenant, whose documents are kept in memory; what is on them is the product's.
 */
public final class RunInMemory {

  /** A document of a run. */
  public record Document(
      YearMonth month, Currency currency, List<LineDraft> lines, List<TaxTotal> taxes) {}

  private static final long TENANT = 5;

  private final Charges charges;
  private final Proposals proposals = new Proposals();
  private final List<Document> documents = new ArrayList<>();

  /** Nothing is billed yet. */
  @SuppressWarnings("UnnecessaryAssignment") // no container is there to inject anything
  public RunInMemory(Charges charges) {
    this.charges = charges;
    proposals.charges = charges;
    proposals.billedLines = new Billed();
  }

  /** All that was issued, oldest first. */
  public List<Document> documents() {
    return documents;
  }

  /**
   * Bills a month, and asks twice what there is to bill.
   *
   * @param asOf what became known later is left out
   * @param killed before its commit
   */
  public void bill(YearMonth month, Instant asOf, boolean killed) {
    List<Proposal> proposed = proposals.ofTenant(TENANT, month, asOf);
    assertThat(proposals.ofTenant(TENANT, month, asOf)).isEqualTo(proposed);
    if (killed) {
      return;
    }
    for (Proposal proposal : proposed) {
      documents.add(
          new Document(
              month,
              proposal.currency(),
              proposal.lines(),
              TaxTotal.of(
                  proposal.lines().stream().map(LineDraft::taxable).toList(), charges.rounding())));
    }
  }

  private final class Billed extends BilledLines {

    @Override
    public Map<Long, List<LineDraft>> ofMonth(@Nullable Long tenantId, YearMonth month) {
      return Map.of(
          TENANT,
          documents.stream()
              .flatMap(document -> document.lines().stream())
              .filter(line -> line.month().equals(month))
              .toList());
    }

    @Override
    public List<YearMonth> months(YearMonth from, YearMonth until) {
      return documents.stream()
          .map(Document::month)
          .filter(month -> !month.isBefore(from) && month.isBefore(until))
          .distinct()
          .toList();
    }
  }
}
