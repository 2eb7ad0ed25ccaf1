package org.yuzuri.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.invoice.InvoiceKind;
import org.yuzuri.portal.invoice.InvoiceSummary;
import org.yuzuri.portal.invoice.Invoices;
import org.yuzuri.portal.platform.Portal;
import org.yuzuri.portal.platform.PortalDatabase;
import org.yuzuri.portal.reporting.FiguresFilter;
import org.yuzuri.portal.reporting.FiguresService;
import org.yuzuri.portal.reporting.figure.Figure;
import org.yuzuri.portal.reporting.figure.FigureTable;
import org.yuzuri.portal.reporting.figure.Line;

/** The half year that a demonstration begins with, in a portal of its own. */
class HistoryIT {

  private static final PortalDatabase DATABASE = PortalDatabase.own();

  /** Of one inventory more than the other: the switch. */
  private static final String INVENTORY =
      """
      {"operators": [{"login": "operator", "name": "O", "password": "long enough, that is"}],
       "lenderAgent": {"name": "Lab", "tokenFile": "%1$s/agent.token", "bootNetwork": {"prefix":
         "192.0.2.0/24", "router": "192.0.2.1", "firstAddress": "192.0.2.17",
         "lastAddress": "192.0.2.200", "nameServers": ""}},
       "tenants": [%2$s, %3$s], "history": %4$s}
      """;

  private static final String TENANT =
      """
      {"name": "%2$s", "members": [], "gateways": [{"name": "G", "tokenFile":
        "%1$s/%2$s.token", "outsideAddress": "203.0.113.%3$d", "range": "10.%3$d.0.0/16",
        "pool": "10.%3$d.1.0/24", "managementPort": 22}],
       "settings": [{"name": "S", "release": "KICKSTART_INSTALLER", "file": "%1$s/small.ks"}]}
      """;

  private static final String SETTINGS =
      """
      url --url=http://10.30.0.10/debian
      clearpart --all
      autopart
      rootpw --lock
      reboot
      %packages
      %end
      """;

  @TempDir static Path folder;

  private static long without;
  private static boolean shownWithout;
  private static boolean shown;
  private static long leases;
  private static Duration taken;

  @BeforeAll
  static void fillAsTheDemoDoes() throws IOException {
    Files.writeString(folder.resolve("small.ks"), SETTINGS);
    shownWithout = start(false);
    image();
    shownWithout |= start(false);
    without =
        DATABASE.number("select count(*) from lease")
            + DATABASE.number("select count(*) from invoice_run");
    long begin = System.nanoTime();
    shown = start(true);
    taken = Duration.ofNanos(System.nanoTime() - begin);
    System.out.println("half a year made up in " + taken.toMillis() + " ms");
    leases = DATABASE.number("select count(*) from lease");
    start(true);
  }

  @Test
  void withoutTheSwitchNothingIsMadeUp() {
    assertThat(without).isZero();
    assertThat(shownWithout).isFalse();
    assertThat(shown).isTrue();
  }

  @Test
  void aSecondStartAddsNothing() {
    assertThat(leases).isGreaterThan(20);
    assertThat(DATABASE.number("select count(*) from lease")).isEqualTo(leases);
    assertThat(DATABASE.number("select count(*) from invoice_run")).isEqualTo(6);
  }

  @Test
  void nobodyHasAServerOfItAndNobodyCanOrderOne() {
    assertThat(DATABASE.number("select count(*) from lease where active_server_id is not null"))
        .isZero();
    assertThat(DATABASE.number("select count(*) from lease where labels <> 'demo=history'"))
        .isZero();
    assertThat(DATABASE.number("select count(*) from server where state <> 'RETIRED'")).isZero();
    assertThat(DATABASE.number("select count(*) from server where name not like 'history-%'"))
        .isZero();
    assertThat(DATABASE.number("select count(*) from offer where visible")).isZero();
    assertThat(DATABASE.number("select count(*) from wipe_record")).isZero();
    assertThat(DATABASE.number("select count(*) from run where next_run_at is not null")).isZero();
    assertThat(DATABASE.number("select count(*) from errand")).isZero();
  }

  /** A forecast is of leases that run: the first that somebody orders brings it. */
  @ParameterizedTest
  @EnumSource(value = Figure.class, names = "FORECAST_BY_MONTH", mode = EnumSource.Mode.EXCLUDE)
  void everyFigureHasSomethingToTell(Figure figure) {
    FigureTable table = figure(figure);

    assertThat(table.lines()).isNotEmpty();
    assertThat(table.lines().stream().flatMap(line -> line.values().stream()))
        .as(table.lines().toString())
        .filteredOn(Objects::nonNull)
        .anyMatch(value -> value.signum() != 0);
  }

  @Test
  void failuresAreTheServersAndTheTenants() {
    Line total = figure(Figure.TRANSFERS_BY_MONTH).totals().get(0);

    assertThat(total.values().stream().map(String::valueOf).toList().subList(1, 7))
        .containsExactly("0", "0", "1", "0", "1", "0");
  }

  @Test
  void invoicesOfAMonthAreItsRevenue() {
    Map<String, BigDecimal> billed =
        issued().stream()
            .filter(each -> each.kind() == InvoiceKind.INVOICE)
            .collect(
                Collectors.groupingBy(
                    each -> each.month().toString(),
                    Collectors.reducing(
                        BigDecimal.ZERO, each -> each.net().amount(), BigDecimal::add)));

    assertThat(billed).hasSize(6);
    for (Line line :
        figure(Figure.REVENUE_BY_MONTH, new FiguresFilter("2025-09", "2026-02", "", "")).lines()) {
      assertThat(billed.get(line.label())).as(line.label()).isEqualByComparingTo(line.value(0));
    }
  }

  @Test
  void lastMonthIsOwedWithoutWhatWasCredited() {
    List<InvoiceSummary> issued = issued();
    List<InvoiceSummary> credited =
        issued.stream().filter(each -> each.kind() == InvoiceKind.CREDIT_NOTE).toList();

    assertThat(credited).hasSize(1);
    assertThat(credited.get(0).net().amount()).isEqualByComparingTo("-100");
    assertThat(
            issued.stream()
                .filter(each -> each.kind() == InvoiceKind.INVOICE)
                .filter(each -> !each.paid().equals(each.total()))
                .map(each -> each.month().toString()))
        .containsOnly("2026-02")
        .hasSize(2);
  }

  @Test
  void aFaultOfTheDatacentersIsNotChargedAndThePriceRose() {
    assertThat(DATABASE.number("select count(*) from lease_fault where began")).isEqualTo(4);
    assertThat(DATABASE.number("select count(*) from invoice_line where fault_kinds = 'POWER'"))
        .isPositive();
    assertThat(DATABASE.number("select count(distinct per_unit) from lease")).isEqualTo(2);
    assertThat(DATABASE.number("select count(*) from offer_price")).isEqualTo(2);
  }

  @Test
  void itIsQuick() {
    assertThat(taken).isLessThan(Duration.ofSeconds(30));
  }

  private static FigureTable figure(Figure figure) {
    return figure(figure, FiguresFilter.none());
  }

  private static FigureTable figure(Figure figure, FiguresFilter filter) {
    return DATABASE.as(
        Tenants.LENDER,
        Role.LENDER_BILLING,
        p ->
            p.get(FiguresService.class).page(figure.page(), filter).tables().stream()
                .filter(table -> table.figure() == figure)
                .findFirst()
                .orElseThrow());
  }

  private static List<InvoiceSummary> issued() {
    return DATABASE.asPortal(
        p ->
            p.get(Invoices.class)
                .issued(Instant.EPOCH, DATABASE.clock().instant().plusSeconds(60)));
  }

  /** The portal starts; whether its pages say that there is data of a demo. */
  private static boolean start(boolean history) throws IOException {
    Path file = folder.resolve("inventory.json");
    Files.writeString(
        file,
        INVENTORY.formatted(
            folder,
            TENANT.formatted(folder, "Alpha", 30),
            TENANT.formatted(folder, "Beta", 31),
            history));
    Portal portal = DATABASE.asPortal(p -> p);
    portal.get(InventoryFiller.class).fill(file);
    return portal.get(DemoData.class).hasHistory();
  }

  private static void image() {
    DATABASE.write(
        "insert into boot_image (version, tenant_id, name, kernel_arguments, state, created_at)"
            + " values (0, ?, 'I', 'quiet', 'READY', ?)",
        Tenants.LENDER,
        DATABASE.clock().instant());
  }
}
