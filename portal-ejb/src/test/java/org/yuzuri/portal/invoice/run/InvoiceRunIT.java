package org.yuzuri.portal.invoice.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yuzuri.billing.money.Money;
import org.yuzuri.portal.invoice.InvoiceKind;
import org.yuzuri.portal.invoice.InvoiceSummary;
import org.yuzuri.portal.platform.ProblemException;

class InvoiceRunIT extends InvoiceRuns {

  @Test
  void reviewIssuesNothingAndCallingItOffLeavesNothing() {
    long tenant = charged(7, "100");

    long run = start();

    assertThat(items(run)).hasSize(1);
    assertThat(items(run).get(0).net()).isEqualByComparingTo("700");
    assertThat(items(run).get(0).difference()).isEqualByComparingTo("700");
    lender(
        w -> {
          w.get(InvoiceRunService.class).callOff(run);
          return true;
        });
    work();
    assertThat(issued(tenant)).isEmpty();
  }

  @Test
  void whatWasReviewedIsIssuedOnceAndAgainOnlyItsDifference() {
    long tenant = charged(7, "100");
    issueAll();

    assertThat(issued(tenant)).hasSize(1);
    assertThat(issued(tenant).get(0).net()).isEqualTo(yen("700"));
    assertThat(issued(tenant).get(0).tax()).isEqualTo(yen("70"));

    issueAll();
    assertThat(issued(tenant)).hasSize(1);

    charges.set(tenant, MONTH, hours(tenant, 9, "100"));
    issueAll();
    assertThat(issued(tenant)).hasSize(2);
    assertThat(issued(tenant).get(1).net()).isEqualTo(yen("200"));

    charges.set(tenant, MONTH, hours(tenant, 4, "100"));
    issueAll();
    InvoiceSummary note = issued(tenant).get(2);
    assertThat(note.kind()).isEqualTo(InvoiceKind.CREDIT_NOTE);
    assertThat(note.net()).isEqualTo(yen("-500"));
    assertThat(sum(tenant)).isEqualTo(yen("400"));
  }

  /** Each item, document and difference is of one currency; tax is rounded to its own digits. */
  @Test
  void tenantThatOwesInTwoCurrenciesGetsADocumentOfEach() {
    long tenant = charged(7, "100");
    charges.set(
        tenant,
        MONTH,
        hours(tenant, 7, "100"),
        hours(tenant, 101, Money.of("0.15", "USD")),
        hours(tenant, 2, Money.of("1", "USD")));
    long run = start();

    assertThat(items(run))
        .extracting(RunView.Item::currency, item -> item.net().stripTrailingZeros())
        .containsExactly(
            tuple("JPY", new BigDecimal("7E+2")), tuple("USD", new BigDecimal("17.15")));
    issue(run);
    work();
    assertThat(issued(tenant))
        .extracting(InvoiceSummary::net, InvoiceSummary::tax)
        .containsExactlyInAnyOrder(
            tuple(yen("700"), yen("70")), tuple(Money.of("17.15", "USD"), Money.of("1.71", "USD")));

    charges.set(tenant, MONTH, hours(tenant, 7, "100"), hours(tenant, 1, Money.of("1", "USD")));
    issueAll();
    assertThat(issued(tenant))
        .filteredOn(each -> each.kind() == InvoiceKind.CREDIT_NOTE)
        .extracting(InvoiceSummary::net)
        .containsExactly(Money.of("-16.15", "USD"));
  }

  @Test
  void killedTenTimesItSkipsNobodyDoublesNobodyAndLeavesNoGap() {
    List<Long> billed = IntStream.range(0, 12).mapToObj(i -> charged(i + 1, "10")).toList();
    long run = start();
    lender(
        w -> {
          w.get(InvoiceRunService.class).issue(run);
          return true;
        });

    int kills = 0;
    while (kills < 10) {
      long item = waiting().get(kills % waiting().size());
      boolean inTheMiddle = kills % 2 == 0;
      assertThatThrownBy(
              () ->
                  database.asPortal(
                      w -> {
                        if (inTheMiddle) {
                          charges.failNext();
                        }
                        w.get(IssuingService.class).issue(item);
                        throw new IllegalStateException("killed before the commit");
                      }))
          .hasMessageContaining("killed");
      assertThat(waiting()).contains(item);
      kills++;
      if (kills % 3 == 0) {
        long whole = waiting().get(0);
        portal(
            w -> {
              w.get(IssuingService.class).issue(whole);
              return true;
            });
      }
    }
    work();

    for (int i = 0; i < billed.size(); i++) {
      assertThat(issued(billed.get(i))).hasSize(1);
      assertThat(issued(billed.get(i)).get(0).net()).isEqualTo(yen(String.valueOf(10 * (i + 1))));
    }
    assertNoGaps();
    assertEveryDocumentIsItsLines();
    assertThat(newest().state()).isEqualTo(RunState.ISSUED);
  }

  @Test
  void twoStartsAtOnceMakeOneRunAndTwoTimersOneDocument() throws Exception {
    long tenant = charged(3, "50");
    List<String> started = atOnce(() -> String.valueOf(start()));
    assertThat(started).filteredOn(each -> each.matches("[0-9]+")).hasSize(1);
    assertThat(started).filteredOn(each -> each.contains("RUN_IS_OPEN")).hasSize(1);

    long run = newest().id();
    lender(
        w -> {
          w.get(InvoiceRunService.class).issue(run);
          return true;
        });
    atOnce(
        () -> {
          work();
          return "";
        });
    assertThat(issued(tenant)).hasSize(1);
    assertNoGaps();
  }

  @Test
  void otherChargesThanReviewedAreRefused() {
    long tenant = charged(3, "50");
    long run = start();
    charges.set(tenant, MONTH, hours(tenant, 300, "50"));
    lender(
        w -> {
          w.get(InvoiceRunService.class).issue(run);
          return true;
        });
    work();

    assertThat(issued(tenant)).isEmpty();
    assertThat(newest().state()).isEqualTo(RunState.ISSUED);
    assertThat(newest().items().get(0).problem()).isEqualTo("CHANGED_SINCE_REVIEW");
  }

  @Test
  void eachFieldThatAQualifiedInvoiceMissesIsNamed() {
    charged(1, "1");
    issuer("", "");

    assertThatThrownBy(this::start)
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> {
              List<String> fields = new ArrayList<>(List.of(refused.field()));
              refused.others().forEach(other -> fields.add(other.field()));
              assertThat(fields).containsExactly("issuer.name", "issuer.registration");
            });
  }

  @Test
  void monthThatIsNotOverIsRefused() {
    assertThatThrownBy(
            () -> lender(w -> w.get(InvoiceRunService.class).start(YearMonth.of(2999, 1))))
        .hasMessageContaining("MONTH_NOT_OVER");
  }
}
