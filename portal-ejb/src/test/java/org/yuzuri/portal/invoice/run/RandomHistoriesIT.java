package org.yuzuri.portal.invoice.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.yuzuri.billing.metering.FaultKind;
import org.yuzuri.billing.tax.TaxCategory;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.invoice.BillingWorld;
import org.yuzuri.portal.invoice.InvoiceSummary;
import org.yuzuri.portal.invoice.Invoices;
import org.yuzuri.portal.invoice.IssuedFiles;
import org.yuzuri.portal.lease.Leases;
import org.yuzuri.portal.platform.Portal;
import org.yuzuri.portal.platform.PortalDatabase;
import org.yuzuri.portal.price.PriceService;
import org.yuzuri.portal.price.contract.ContractEntry;
import org.yuzuri.portal.price.contract.ContractService;
import org.yuzuri.portal.reporting.Books;
import org.yuzuri.portal.reporting.FiguresFilter;
import org.yuzuri.portal.reporting.FiguresService;
import org.yuzuri.portal.reporting.figure.Figure;
import org.yuzuri.portal.reporting.figure.FigureTable;
import org.yuzuri.portal.reporting.revenue.ReckoningService;
import org.yuzuri.portal.usage.FaultEntry;
import org.yuzuri.portal.usage.MeteringService;
import org.yuzuri.portal.usage.UsageService;
import org.yuzuri.portal.usage.charge.Charge;
import org.yuzuri.portal.usage.charge.Charges;
import org.yuzuri.portal.usage.traffic.Traffic;
import org.yuzuri.wire.report.TrafficCounted;
import org.yuzuri.wire.value.Fence;

/**
 * A month of random leases through the portal's own tables: prices with caps, set-up fees, traffic
 * and shares of a month, contracts with discounts, faults that become known late and are given back
 * for, readings that come late, images that grow and shrink, metering and billing that are killed
 * half-way, a first run and a second one for what became known after it. {@code SecondBySecondIT}
 * has ten thousand more, without a database. In the end what a clerk counts is what usage says,
 * what was billed, and what the report says, to the yen.
 */
class RandomHistoriesIT {

  private static final long SEED = Long.getLong("yuzuri.histories.seed", 20_261_130L);
  private static final int TENANTS = 6;
  private static final int LEASES_OF_EACH = 4;
  private static final int SLA_HOURS = 9;
  private static final int SLA_PERCENT = 30;
  private static final YearMonth MONTH = YearMonth.of(2026, 1);
  private static final Instant BEGIN = Instant.parse("2025-12-31T15:00:00Z");
  private static final Instant END = Instant.parse("2026-01-31T15:00:00Z");
  private static final Instant LATER = END.plus(Duration.ofDays(6));

  private final Random random = new Random(SEED);
  private final PortalDatabase database = PortalDatabase.own();
  private final List<ClerksLease> leases = new ArrayList<>();
  private final Map<Long, BigDecimal> byteDays = new TreeMap<>();
  private final Map<Long, Long> images = new TreeMap<>();
  private final Map<Long, Integer> discounts = new TreeMap<>();
  private int kills;

  @Test
  void whatWasUsedIsWhatIsBilledAndReported() throws SQLException {
    now(BEGIN.plusSeconds(60));
    new BillingWorld(database).enterIssuer("柚利データセンター株式会社", "T7000012050002");
    write();
    Instant now = BEGIN.plusSeconds(60);
    while (now.isBefore(END.plus(Duration.ofHours(8)))) {
      now = now.plus(Duration.ofMinutes(60 + random.nextInt(500)));
      goOn(now);
    }
    bill();
    while (now.isBefore(LATER)) {
      now = now.plus(Duration.ofHours(6 + random.nextInt(20)));
      goOn(now);
    }
    now(LATER.plus(Duration.ofDays(1)));
    leases.forEach(lease -> portal(w -> write(w, lease.id())));
    bill();

    assertThat(kills).isGreaterThan(10);
    Map<Long, BigDecimal> counted = counted();
    assertThat(used()).isEqualTo(counted);
    assertThat(billed()).isEqualTo(counted);
    assertThat(reported())
        .isEqualTo(counted.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    assertThat(documents()).as("second run corrects").hasSizeGreaterThan(TENANTS);
    images.keySet().forEach(tenant -> IssuedFiles.breakNoRule(database, tenant));
  }

  private void write() throws SQLException {
    try (Connection owner = database.connectAsOwner();
        Statement sql = owner.createStatement()) {
      // The first day is that of the schema's making; of this portal, the day before the month.
      sql.execute("truncate table storage_day");
      sql.execute(
          "insert into storage_day (day, measured_at) values ("
              + BEGIN.plus(Duration.ofHours(9)).minus(Duration.ofDays(1)).getEpochSecond() / 86_400
              + ", utc_timestamp())");
    }
    lender(
        w -> {
          w.get(PriceService.class)
              .setStorage(
                  MONTH,
                  "JPY",
                  new TreeMap<>(
                      Map.of(
                          BigDecimal.ZERO,
                          BigDecimal.valueOf(50),
                          BigDecimal.valueOf(40),
                          BigDecimal.valueOf(30))));
          w.get(PriceService.class).setSla(MONTH, SLA_HOURS, BigDecimal.valueOf(SLA_PERCENT));
          return true;
        });
    Books books = new Books(database, "10");
    for (int i = 0; i < TENANTS; i++) {
      long tenant = database.newTenant("Random");
      image(tenant);
      contract(tenant, i % 3 * 7);
      for (int j = 0; j < LEASES_OF_EACH; j++) {
        Instant handedOver = BEGIN.plusSeconds(3600 + random.nextInt(20 * 86_400));
        Instant cutOff = handedOver.plusSeconds(1 + random.nextInt(18 * 86_400));
        long server = books.server("s" + i + "-" + j, "LEASED", BEGIN);
        long id = books.lease(tenant, server, BEGIN, null, null);
        ClerksLease.Paper paper = paper();
        database.write(
            "update lease set price_unit = ?, per_unit = ?, set_up_fee = ?, monthly_cap = ?,"
                + " part_of_month = ?, traffic_per_gb = 7.5, included_gb = 2,"
                + " traffic_steps = '20:3.25' where id = ?",
            paper.unit(),
            paper.perUnit(),
            paper.setUp(),
            paper.cap() == 0 ? null : paper.cap(),
            paper.unit().equals("MONTH") ? "STARTED_DAYS" : "WHOLE",
            id);
        leases.add(new ClerksLease(random, tenant, server, id, paper, handedOver, cutOff));
      }
    }
  }

  private ClerksLease.Paper paper() {
    String unit = List.of("MINUTE", "HOUR", "DAY", "MONTH").get(random.nextInt(4));
    int perUnit = unit.equals("MONTH") ? 10_000 + random.nextInt(50_000) : 1 + random.nextInt(30);
    int cap = unit.equals("MONTH") ? perUnit / 2 : perUnit * 10;
    return new ClerksLease.Paper(
        unit, perUnit, random.nextInt(2) * 700, random.nextInt(3) == 0 ? cap : 0);
  }

  /** Without a discount there is none. */
  private void contract(long tenant, int discount) {
    discounts.put(tenant, discount);
    if (discount > 0) {
      lender(
          w -> {
            w.get(ContractService.class)
                .add(
                    tenant,
                    new ContractEntry(
                        0,
                        MONTH.toString(),
                        BigDecimal.valueOf(discount),
                        TaxCategory.STANDARD,
                        "JPY",
                        "",
                        Map.of()));
            return true;
          });
    }
  }

  private void image(long tenant) {
    database.write(
        "insert into boot_image (version, tenant_id, name, kernel_arguments, state, created_at)"
            + " values (0, ?, 'i', 'quiet', 'READY', ?)",
        tenant,
        BEGIN);
    database.write(
        "insert into boot_image_file (tenant_id, image_id, role, position, file_name, sha256,"
            + " size_bytes, uploaded_at) select tenant_id, id, 'KERNEL', 0, 'f', repeat('a', 64),"
            + " 30000000000, ? from boot_image where tenant_id = ?",
        BEGIN,
        tenant);
    images.put(tenant, 30_000_000_000L);
    byteDays.put(tenant, BigDecimal.ZERO);
  }

  /** All that happens and becomes known until then, and what the portal does about it. */
  private void goOn(Instant now) {
    long before = database.number("select max(day) from storage_day");
    now(now);
    portalOrKilled(w -> w.get(MeteringService.class).measureStorage());
    long after = database.number("select max(day) from storage_day");
    for (long day = before + 1; day <= after; day++) {
      if (day <= END.plus(Duration.ofHours(9)).getEpochSecond() / 86_400 - 1) {
        images.forEach(
            (tenant, bytes) -> byteDays.merge(tenant, BigDecimal.valueOf(bytes), BigDecimal::add));
      }
    }
    images.replaceAll((tenant, bytes) -> random.nextInt(5) == 0 ? resize(tenant) : bytes);
    for (ClerksLease lease : leases) {
      lease
          .handedOver(now)
          .ifPresent(
              at ->
                  database.write(
                      "update lease set handed_over_at = ? where id = ?", at, lease.id()));
      lease
          .cutOff(now)
          .ifPresent(
              at ->
                  database.write(
                      "update lease set cut_off_at = ?, state = 'CLOSED', active_server_id = null"
                          + " where id = ?",
                      at,
                      lease.id()));
      lease.readings(now).forEach(reading -> portal(w -> read(w, lease, reading)));
      lease.faults(now).forEach(fault -> lender(w -> note(w, lease, fault)));
      if (random.nextInt(3) > 0) {
        portalOrKilled(w -> write(w, lease.id()));
      }
    }
  }

  private long resize(long tenant) {
    long bytes = 1_000_000L * (1 + random.nextInt(90_000));
    database.write("update boot_image_file set size_bytes = ? where tenant_id = ?", bytes, tenant);
    return bytes;
  }

  private static boolean read(Portal portal, ClerksLease lease, ClerksLease.Reading reading) {
    portal
        .get(Traffic.class)
        .counted(
            portal.get(Leases.class).locked(lease.id()),
            new TrafficCounted(
                UUID.randomUUID(),
                reading.at(),
                new Fence(lease.server(), lease.id(), 1),
                reading.sent(),
                reading.sent(),
                reading.received(),
                reading.received()),
            lease.installed());
    return true;
  }

  private static boolean note(Portal portal, ClerksLease lease, ClerksLease.Fault fault) {
    FaultKind kind = fault.charged() ? FaultKind.MAINTENANCE : FaultKind.NETWORK;
    portal
        .get(UsageService.class)
        .noteFault(lease.id(), new FaultEntry(fault.from(), fault.until(), kind, "switch"));
    return true;
  }

  private static boolean write(Portal portal, long lease) {
    portal.get(MeteringService.class).write(lease);
    return true;
  }

  /** One time of four the portal ends after the work and before its commit. */
  private void portalOrKilled(Consumer<Portal> work) {
    boolean killed = random.nextInt(4) == 0;
    kills += killed ? 1 : 0;
    Function<Portal, Boolean> all =
        w -> {
          work.accept(w);
          if (killed) {
            throw new IllegalStateException("killed");
          }
          return true;
        };
    if (killed) {
      assertThatThrownBy(() -> portal(all)).hasMessageContaining("killed");
    } else {
      portal(all);
    }
  }

  /** A run that is killed behind some of its documents, and goes on. */
  private void bill() {
    long run = lender(w -> w.get(InvoiceRunService.class).start(MONTH));
    lender(
        w -> {
          w.get(InvoiceRunService.class).issue(run);
          return true;
        });
    for (long item : portal(w -> w.get(IssuingService.class).listWaiting(1000))) {
      portalOrKilled(w -> w.get(IssuingService.class).issue(item));
    }
    for (long item : portal(w -> w.get(IssuingService.class).listWaiting(1000))) {
      portal(
          w -> {
            w.get(IssuingService.class).issue(item);
            return true;
          });
    }
    portal(w -> w.get(IssuingService.class).finish());
  }

  private Map<Long, BigDecimal> counted() {
    Map<Long, BigDecimal> owed = new TreeMap<>();
    leases.forEach(
        lease ->
            owed.merge(
                lease.tenant(),
                lease.owed(BEGIN, END, discounts.get(lease.tenant()), SLA_HOURS, SLA_PERCENT),
                BigDecimal::add));
    byteDays.forEach(
        (tenant, bytes) ->
            owed.merge(tenant, ClerksLease.storage(bytes, discounts.get(tenant)), BigDecimal::add));
    return plain(owed);
  }

  private Map<Long, BigDecimal> used() {
    Map<Long, BigDecimal> sums = new TreeMap<>();
    Map<Long, List<Charge>> all =
        portal(w -> w.get(Charges.class).ofAll(MONTH, database.clock().instant()));
    all.forEach(
        (tenant, charges) ->
            charges.forEach(charge -> sums.merge(tenant, charge.net().amount(), BigDecimal::add)));
    return plain(sums);
  }

  private Map<Long, BigDecimal> billed() {
    Map<Long, BigDecimal> sums = new TreeMap<>();
    documents().forEach(each -> sums.merge(each.tenantId(), each.net().amount(), BigDecimal::add));
    return plain(sums);
  }

  private List<InvoiceSummary> documents() {
    return portal(
        w -> w.get(Invoices.class).issued(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z")));
  }

  private BigDecimal reported() {
    portal(
        w -> {
          w.get(ReckoningService.class).reckon(MONTH.toString());
          return true;
        });
    FigureTable table =
        lender(
            w ->
                w
                    .get(FiguresService.class)
                    .page(
                        Figure.REVENUE_BY_MONTH.page(),
                        new FiguresFilter(MONTH.toString(), MONTH.toString(), "", ""))
                    .tables()
                    .stream()
                    .filter(each -> each.figure() == Figure.REVENUE_BY_MONTH)
                    .findFirst()
                    .orElseThrow());
    return plain(table.lines().get(0).value(0));
  }

  private static Map<Long, BigDecimal> plain(Map<Long, BigDecimal> amounts) {
    Map<Long, BigDecimal> all = new TreeMap<>();
    amounts.forEach((tenant, amount) -> all.put(tenant, plain(amount)));
    return all;
  }

  private static BigDecimal plain(BigDecimal amount) {
    return amount.setScale(0, RoundingMode.UNNECESSARY);
  }

  private void now(Instant now) {
    database.clock().setInstant(now);
  }

  private <T> T portal(Function<Portal, T> work) {
    return database.asPortal(work);
  }

  private <T> T lender(Function<Portal, T> work) {
    return database.as(Tenants.LENDER, Role.LENDER_ADMIN, work);
  }
}
