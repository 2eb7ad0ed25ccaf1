package org.yuzuri.portal.invoice.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.invoice.issuer.IssuerService;
import org.yuzuri.portal.invoice.issuer.PolicyDraft;

/** Items that cannot be issued, and who may issue. */
class FailingItemsIT extends InvoiceRuns {

  @Test
  void itemThatAlwaysFailsIsSetAsideAfterThreeTriesAndItsRunEnds() {
    long poisoned = charged(7, "100");
    long other = charged(3, "50");
    long item = setAside(poisoned);

    assertThat(issued(poisoned)).isEmpty();
    assertThat(issued(other)).hasSize(1);
    assertThat(newest().state()).isEqualTo(RunState.ISSUED);
    assertThat(newest().setAside())
        .filteredOn(each -> each.id() == item)
        .singleElement()
        .satisfies(each -> assertThat(each.problem()).isEqualTo("FAILED_THREE_TIMES"));

    lender(
        w -> {
          w.get(InvoiceRunService.class).tryAgain(item);
          return true;
        });
    work();

    assertThat(issued(poisoned)).hasSize(1);
    assertNoGaps();
    assertThatThrownBy(
            () ->
                lender(
                    w -> {
                      w.get(InvoiceRunService.class).tryAgain(item);
                      return true;
                    }))
        .hasMessageContaining("ITEM_NOT_SET_ASIDE");
  }

  /** A newer run bills what an older one could not; the older one is still there to be seen to. */
  @Test
  void whatAnOlderRunHasSetAsideIsShownAndNotBilledTwice() {
    long poisoned = charged(7, "100");
    long item = setAside(poisoned);
    issueAll();
    assertThat(sum(poisoned)).isEqualTo(yen("700"));
    assertThat(newest().setAside()).extracting(RunView.SetAside::id).contains(item);

    lender(
        w -> {
          w.get(InvoiceRunService.class).tryAgain(item);
          return true;
        });
    work();

    assertThat(sum(poisoned)).isEqualTo(yen("700"));
    assertThat(newest().setAside()).extracting(RunView.SetAside::id).doesNotContain(item);
    assertNoGaps();
  }

  private long setAside(long tenant) {
    issue(start());
    long item = itemOf(tenant);
    for (int tries = 0; tries < 3; tries++) {
      assertThat(waiting()).contains(item);
      charges.failNext();
      assertThatThrownBy(() -> tryToIssue(item)).hasMessageContaining("killed");
      portal(
          w -> {
            w.get(IssuingService.class).stumbled(item);
            return true;
          });
    }
    work();
    return item;
  }

  /** What was given back for faults may be more than what was used, in a tenant's first month. */
  @Test
  void negativeTotalWithoutAnInvoiceToCreditIsNamedAndTheRunEnds() {
    long tenant = charged(-4, "100");
    long run = start();
    issue(run);
    work();

    assertThat(issued(tenant)).isEmpty();
    assertThat(newest().state()).isEqualTo(RunState.ISSUED);
    assertThat(newest().items())
        .singleElement()
        .satisfies(each -> assertThat(each.problem()).isEqualTo("NOTHING_TO_CREDIT"));

    charges.set(tenant, MONTH, hours(tenant, -4, "100"), hours(tenant, 10, "90"));
    issueAll();
    assertThat(issued(tenant)).singleElement().extracting("net").isEqualTo(yen("500"));
  }

  @Test
  void whoStartedARunDoesNotIssueItIfTwoPersonsAreNeeded() {
    long tenant = charged(7, "100");
    twoPersons(true);
    try {
      long run = start();
      assertThat(newest().needsSecond()).isTrue();
      assertThatThrownBy(() -> issue(run)).hasMessageContaining("SECOND_PERSON_NEEDED");
      work();
      assertThat(issued(tenant)).isEmpty();

      portal(
          w -> {
            w.get(InvoiceRunService.class).issue(run);
            return true;
          });
      work();
      assertThat(issued(tenant)).hasSize(1);
    } finally {
      twoPersons(false);
    }
  }

  @Test
  void runIsIssuedByTheRuleThatHoldsThen() {
    long tenant = charged(7, "100");
    long run = start();
    twoPersons(true);
    try {
      assertThat(newest().needsSecond()).isTrue();
      assertThatThrownBy(() -> issue(run)).hasMessageContaining("SECOND_PERSON_NEEDED");
    } finally {
      twoPersons(false);
    }

    assertThat(newest().needsSecond()).isFalse();
    issue(run);
    work();
    assertThat(issued(tenant)).hasSize(1);
  }

  @Test
  void runIsRefusedWhenWhatItsDocumentsWouldSayOfTheIssuerWasChanged() {
    long tenant = charged(7, "100");
    long run = start();
    issuer("柚利データセンター合同会社", "T7000012050002");

    assertThatThrownBy(() -> issue(run)).hasMessageContaining("ISSUER_CHANGED_SINCE_REVIEW");
    work();
    assertThat(issued(tenant)).isEmpty();
  }

  /** Two who change the rules at the same time: the second is told, not the first overwritten. */
  @Test
  void rulesThatSomebodyElseChangedMeanwhileAreNotOverwritten() {
    String seen = policy();
    twoPersons(true);
    try {
      assertThatThrownBy(() -> changePolicy(seen, new PolicyDraft(false, 3, null)))
          .hasMessageContaining("CHANGED_BY");
      assertThat(policy()).isEqualTo(new PolicyDraft(true, null, null).text());
    } finally {
      twoPersons(false);
    }
  }

  private String policy() {
    return portal(w -> w.get(IssuerService.class).view().policy().text());
  }

  private void changePolicy(String seen, PolicyDraft wanted) {
    portal(
        w -> {
          w.get(IssuerService.class).changePolicy(seen, wanted);
          return true;
        });
  }

  private void twoPersons(boolean needed) {
    changePolicy(policy(), new PolicyDraft(needed, null, null));
  }

  private long itemOf(long tenant) {
    return portal(
        w ->
            w.get(EntityManager.class)
                .createQuery(
                    "select max(m.id) from RunItem m where m.tenantId = :tenant", Long.class)
                .setParameter("tenant", tenant)
                .getSingleResult());
  }

  private void tryToIssue(long item) {
    portal(
        w -> {
          w.get(IssuingService.class).issue(item);
          return true;
        });
  }
}
