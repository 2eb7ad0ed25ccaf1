package org.yuzuri.portal.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yuzuri.billing.metering.FaultKind;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.usage.FaultEntry;
import org.yuzuri.portal.usage.FaultView;
import org.yuzuri.portal.usage.SufferedFault;
import org.yuzuri.portal.usage.UsageService;
import org.yuzuri.portal.usage.charge.Charge;
import org.yuzuri.portal.usage.charge.ChargeKind;
import org.yuzuri.portal.usage.charge.NotCharged;

/** What kind of fault it was says whether its time is charged, and everybody reads it. */
class FaultKindsIT {

  private final BilledSite billed = new BilledSite();
  private final long lease = billed.lease(Duration.ofHours(10));

  @Test
  void announcedWorkIsChargedAndTheChargeNamesWhatIsNot() {
    note(FaultKind.MAINTENANCE, 9, 7);
    billed.write(lease);
    assertThat(time().quantity()).isEqualByComparingTo("10");
    assertThat(time().notCharged()).isEqualTo(NotCharged.NOTHING);

    note(FaultKind.POWER, 8, 5);
    note(FaultKind.NETWORK, 6, 5);
    billed.write(lease);

    assertThat(time().quantity()).isEqualByComparingTo("7");
    assertThat(time().notCharged())
        .isEqualTo(new NotCharged(3 * 3600, List.of(FaultKind.NETWORK, FaultKind.POWER)));
  }

  @Test
  void tenantSeesWhatItsServerSufferedAndNobodyElseDoes() {
    note(FaultKind.HARDWARE, 5, 4);
    note(FaultKind.MAINTENANCE, 9, 8);

    assertThat(billed.site.<List<SufferedFault>>member(b -> suffered(b.get(UsageService.class))))
        .containsExactly(
            new SufferedFault(FaultKind.MAINTENANCE, ago(9), ago(8)),
            new SufferedFault(FaultKind.HARDWARE, ago(5), ago(4)));
    long stranger = billed.site.database.newTenant("Stranger");
    assertThatThrownBy(
            () ->
                billed.site.database.<List<SufferedFault>>as(
                    stranger, Role.TENANT_ADMIN, b -> suffered(b.get(UsageService.class))))
        .hasMessageContaining("NOT_FOUND");
  }

  @Test
  void kindThatThePortalDerivesIsNotNotedByPeople() {
    assertThatThrownBy(() -> note(FaultKind.SITE, 5, 4))
        .hasMessageContaining("fault.kind")
        .hasMessageContaining("SITE");
  }

  @Test
  void everythingThatIsWrongWithAFaultIsToldAtOnce() {
    assertThatThrownBy(() -> FaultEntry.of("x", "2026-01-10T10:00", "FIRE", "", BilledSite.TOKYO))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> {
              assertThat(refused.field()).isEqualTo("fault.from");
              assertThat(refused.others())
                  .extracting(ProblemException::field, ProblemException::value)
                  .containsExactly(tuple("fault.kind", "FIRE"), tuple("fault.reason", ""));
            });
  }

  /** As rows of the time before faults had kinds, and those of a node that knows of none. */
  @Test
  void faultThatNamesNoKindIsAnyOtherAndIsWrittenOnce() {
    billed.sql(
        "insert into lease_fault (tenant_id, lease_id, cause, began, at, noted_at, noted_by,"
            + " detail) select tenant_id, id, 'WORD-1', true, handed_over_at, utc_timestamp(),"
            + " 'clerk', 'switch' from lease where id = "
            + lease);

    assertThat(billed.site.<List<FaultView>>portal(b -> b.get(UsageService.class).faults(lease)))
        .extracting(FaultView::kind)
        .containsExactly(FaultKind.OTHER);
    assertThatThrownBy(
            () -> billed.sql("update lease_fault set kind = 'POWER' where lease_id = " + lease))
        .hasMessageContaining("lease_fault is written once");
  }

  private List<SufferedFault> suffered(UsageService service) {
    return service.costOf(lease).faults();
  }

  private void note(FaultKind kind, int fromHoursAgo, int untilHoursAgo) {
    billed.billing(
        b ->
            b.get(UsageService.class)
                .noteFault(
                    lease, new FaultEntry(ago(fromHoursAgo), ago(untilHoursAgo), kind, "words")));
  }

  private Instant ago(int hours) {
    return billed.now.minus(Duration.ofHours(hours));
  }

  private Charge time() {
    return billed.charges().stream()
        .filter(charge -> charge.kind() == ChargeKind.SERVER_TIME)
        .findFirst()
        .orElseThrow();
  }
}
