package org.yuzuri.portal.invoice.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import org.yuzuri.billing.metering.LeaseEvent;
import org.yuzuri.billing.metering.UsageLedger;
import org.yuzuri.billing.metering.UsageRecord;
import org.yuzuri.portal.invoice.run.RunInMemory;
import org.yuzuri.portal.usage.UseInMemory;
import org.yuzuri.portal.usage.charge.ChargesInMemory;
import org.yuzuri.portal.usage.charge.ChargesInMemory.Entry;
import org.yuzuri.portal.usage.record.UsageKind;
import org.yuzuri.portal.usage.traffic.Traffic.Passed;

/**
 * What the product makes of a tenant: usage that is written down at odd times, by a clock that
 * jumps, with events and readings that are not all known yet, killed between two records; runs of
 * what is known, some killed before their document is kept; then all of it.
 */
final class TenantsLedger {

  private static final long TENANT = 5;

  private final RandomTenant tenant;
  private final Random random;
  private final List<Entry> entries = new ArrayList<>();
  private final Instant late;

  final ChargesInMemory charges;
  final RunInMemory runs;

  TenantsLedger(RandomTenant tenant, Random random) {
    this.tenant = tenant;
    this.random = random;
    late = tenant.begin.plus(Duration.ofSeconds(2L * tenant.seconds).plusDays(40));
    charges =
        new ChargesInMemory(
            tenant.rules,
            month -> tenant.terms.get(month).agreed(TENANT, month),
            tenant.price,
            tenant.begin,
            entries);
    runs = new RunInMemory(charges);
  }

  void goOnUntilAllIsKnown() {
    tenant.images.forEach(
        (day, bytes) -> {
          Instant begin = day.atStartOfDay(tenant.rules.zone()).toInstant();
          if (bytes > 0) {
            entries.add(
                new Entry(UsageKind.STORAGE, begin, bytes, begin.plus(Duration.ofHours(25))));
          }
        });
    closeAtOddTimes();
    billWhatIsKnown();
    closeAtOddTimes();
    List<Entry> missing = missing(tenant.events, tenant.readings, late);
    entries.addAll(missing);
    assertThat(missing(tenant.events, tenant.readings, late)).as("derived again").isEmpty();
    charges.cutOff(tenant.end());
    bill();
    List<RunInMemory.Document> documents = List.copyOf(runs.documents());
    bill();
    assertThat(runs.documents()).as("billed again").isEqualTo(documents);
  }

  /** What is known when all is known. */
  Instant asOf() {
    return late;
  }

  private void closeAtOddTimes() {
    for (int closing = random.nextInt(3); closing > 0; closing--) {
      Instant now = tenant.begin.plusSeconds(random.nextInt(2 * tenant.seconds + 7200) - 3600L);
      List<LeaseEvent> known = tenant.events.subList(0, random.nextInt(tenant.events.size() + 1));
      List<Passed> read = tenant.readings.subList(0, random.nextInt(tenant.readings.size() + 1));
      List<Entry> missing = missing(known, read, now);
      entries.addAll(missing.subList(0, random.nextInt(missing.size() + 1)));
    }
  }

  private List<Entry> missing(List<LeaseEvent> known, List<Passed> read, Instant now) {
    Map<UsageKind, NavigableMap<Instant, Long>> use =
        UseInMemory.byHour(known, tenant.price, read, now, tenant.rules);
    List<Entry> missing = new ArrayList<>();
    use.forEach(
        (kind, used) -> {
          List<UsageRecord> recorded =
              entries.stream()
                  .filter(entry -> entry.kind() == kind)
                  .map(entry -> new UsageRecord(entry.hour(), entry.pieces()))
                  .toList();
          UsageLedger.missing(used, recorded, now, tenant.rules.zone())
              .forEach(record -> missing.add(new Entry(kind, record.hour(), record.pieces(), now)));
        });
    return missing;
  }

  private void billWhatIsKnown() {
    Instant asOf =
        tenant
            .begin
            .plusSeconds(random.nextInt(2 * tenant.seconds))
            .plus(Duration.ofDays(10L * random.nextInt(4)));
    YearMonth open = tenant.month(asOf);
    for (YearMonth month : tenant.terms.keySet()) {
      if (month.isBefore(open)) {
        runs.bill(month, asOf, random.nextInt(3) == 0);
      }
    }
  }

  private void bill() {
    tenant.terms.keySet().forEach(month -> runs.bill(month, late, false));
  }
}
