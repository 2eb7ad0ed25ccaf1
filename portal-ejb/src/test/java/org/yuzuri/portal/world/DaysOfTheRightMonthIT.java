package org.yuzuri.portal.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yuzuri.billing.money.Money;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.lease.LeaseEvent;
import org.yuzuri.portal.lease.Leases;
import org.yuzuri.portal.lease.view.LeaseService;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.usage.MeteringService;
import org.yuzuri.portal.usage.charge.Charge;
import org.yuzuri.portal.usage.charge.Charges;

/**
 * What V0218 makes of a lease that pays a share of a month for each day and was handed over at half
 * past: the first days of its second and third month were counted for the months before.
 */
class DaysOfTheRightMonthIT {

  private static final Path MIGRATION = Path.of("../sql/V0218__days_of_the_right_month.sql");
  private static final Instant HANDED_OVER = Instant.parse("2025-12-20T03:30:00Z");
  private static final List<String> BEGINS = List.of("2026-01-20 03:", "2026-02-20 03:");
  private static final YearMonth FEBRUARY = YearMonth.of(2026, 2);

  /** 19 of the 31 days from 20 January, and 9 of the 28 from 20 February. */
  private static final Money RIGHT = Money.of("28964", "JPY");

  /** 20 of the 31, and 8 of the 28. */
  private static final Money WRONG = Money.of("28857", "JPY");

  private final BilledSite billed = new BilledSite();
  private final long lease = leased();

  @Test
  void recordsOfBeforeAreCorrectedAndNoneIsChanged() throws IOException, SQLException {
    assertThat(february()).isEqualTo(RIGHT);
    BEGINS.forEach(this::countForTheMonthBefore);
    assertThat(february()).isEqualTo(WRONG);
    long written = records();

    migrate();
    assertThat(due()).contains(lease);
    billed.write(lease);

    assertThat(february()).isEqualTo(RIGHT);
    assertThat(records()).isEqualTo(written + 2L * BEGINS.size());
    assertThat(due()).doesNotContain(lease);

    migrate();
    billed.write(lease);
    assertThat(records()).isEqualTo(written + 2L * BEGINS.size());
  }

  private long leased() {
    long order = billed.site.order();
    long id = billed.site.member(b -> b.get(LeaseService.class).ofOrder(order)).get(0).id();
    billed.sql(
        "update lease set price_unit = 'MONTH', part_of_month = 'STARTED_DAYS', per_unit = 31000"
            + " where id = "
            + id);
    billed.site.portal(
        b -> {
          Cause cause = Cause.of(Actor.system("trial"), HANDED_OVER, "HANDED_OVER");
          b.get(Leases.class).happened(b.get(Leases.class).locked(id), LeaseEvent.HAND_OVER, cause);
          return true;
        });
    billed.write(id);
    return id;
  }

  private void countForTheMonthBefore(String hour) {
    String record =
        "insert into usage_record (tenant_id, lease_id, kind, hour, number, pieces, recorded_at)"
            + " values (%d, %d, 'SERVER_TIME', '%s', %d, %d, hour)";
    billed.sql(record.formatted(billed.site.tenant, lease, hour + "30:00", 1, -1));
    billed.sql(record.formatted(billed.site.tenant, lease, hour + "00:00", 0, 1));
  }

  private void migrate() throws IOException, SQLException {
    String statements = Files.readString(MIGRATION).replaceAll("(?m)^--.*$", "");
    try (Connection owner = billed.site.database.connectAsOwner();
        Statement sql = owner.createStatement()) {
      for (String each : statements.strip().split(";", 0)) {
        sql.execute(each);
      }
    }
  }

  private List<Long> due() {
    return billed.site.portal(b -> b.get(MeteringService.class).listDue(lease - 1, 1));
  }

  private Money february() {
    List<Charge> charges =
        billed.site.portal(
            b -> b.get(Charges.class).ofTenant(billed.site.tenant, FEBRUARY, billed.now));
    assertThat(charges).hasSize(1);
    return charges.get(0).net();
  }

  private long records() {
    return billed.site.database.number(
        "select count(*) from usage_record where lease_id = " + lease);
  }
}
