package org.yuzuri.portal.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuzuri.billing.metering.FaultKind;
import org.yuzuri.billing.money.Money;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.platform.PortalDatabase;
import org.yuzuri.portal.usage.charge.NotCharged;

class InvoiceBookIT {

  private final PortalDatabase database = PortalDatabase.shared();
  private final long tenant = database.newTenant("Billed");
  private final long run = newRun();

  @AfterEach
  void everyFileKeepsTheOfficialRules() {
    IssuedFiles.breakNoRule(database, tenant);
  }

  @Test
  void documentIsStoredAsItWasDraftedWithItsTaxOfOneRounding() {
    LineDraft disturbed =
        Drafts.disturbed(
            Drafts.hours(3, "15.5"),
            new NotCharged(3_601, List.of(FaultKind.NETWORK, FaultKind.OTHER)));
    InvoiceSummary issued = issue(Drafts.hours(7, "15"), disturbed);

    assertThat(issued.number()).matches("2026-[0-9]{6}");
    assertThat(issued.net()).isEqualTo(Money.of("151.5", "JPY"));
    assertThat(issued.tax()).isEqualTo(Money.of("15", "JPY"));
    assertThat(issued.total()).isEqualTo(issued.net().plus(issued.tax()));
    assertThat(issued.paid()).isEqualTo(Money.of("0", "JPY"));
    assertThat(outstanding()).containsExactly(issued);
    List<LineDraft> lines =
        database.asPortal(
            w -> {
              InvoiceBook book = w.get(InvoiceBook.class);
              return book.lines(book.find(issued.id()).orElseThrow());
            });
    assertThat(lines)
        .usingRecursiveComparison()
        .withComparatorForType(java.math.BigDecimal::compareTo, java.math.BigDecimal.class)
        .isEqualTo(List.of(Drafts.hours(7, "15"), disturbed));
  }

  @Test
  void creditNoteTakesBackFromWhatIsOwed() {
    InvoiceSummary issued = issue(Drafts.hours(10, "100"));
    LineDraft back = Drafts.hours(-10, "100");

    InvoiceSummary note =
        database.asPortal(
            w -> {
              InvoiceBook book = w.get(InvoiceBook.class);
              book.locked(issued.id());
              book.issue(Drafts.creditNote(tenant, issued.id(), back), "test");
              return ours(w.get(Invoices.class)).get(1);
            });

    assertThat(note.number()).matches("CN-2026-[0-9]{6}");
    assertThat(note.total()).isEqualTo(issued.total().negated());
    assertThat(outstanding()).isEmpty();
  }

  @Test
  void numberOfADocumentThatIsNotKeptIsGivenAgain() {
    String first = issue(Drafts.hours(1, "1")).number();
    assertThatThrownBy(
            () ->
                database.asPortal(
                    w -> {
                      w.get(InvoiceBook.class)
                          .issue(Drafts.invoice(tenant, newRun(), Drafts.hours(1, "1")), "test");
                      throw new IllegalStateException("killed");
                    }))
        .hasMessage("killed");
    long again = newRun();
    String next =
        database.asPortal(
            w ->
                w.get(InvoiceBook.class)
                    .issue(Drafts.invoice(tenant, again, Drafts.hours(1, "1")), "test")
                    .number());

    assertThat(place(next)).isEqualTo(place(first) + 1);
  }

  @Test
  void manyAtOnceGetEachNumberOnce() throws Exception {
    int many = 8;
    CyclicBarrier together = new CyclicBarrier(many);
    ExecutorService threads = Executors.newFixedThreadPool(many);
    try {
      List<Future<String>> issued = new ArrayList<>();
      for (int i = 0; i < many; i++) {
        long own = newRun();
        issued.add(
            threads.submit(
                () -> {
                  together.await(30, TimeUnit.SECONDS);
                  return database.asPortal(
                      w ->
                          w.get(InvoiceBook.class)
                              .issue(Drafts.invoice(tenant, own, Drafts.hours(1, "1")), "test")
                              .number());
                }));
      }
      List<Long> places = new ArrayList<>();
      for (Future<String> each : issued) {
        places.add(place(each.get(60, TimeUnit.SECONDS)));
      }
      places.sort(null);
      assertThat(places.get(many - 1) - places.get(0)).isEqualTo(many - 1L);
      assertThat(places).doesNotHaveDuplicates();
    } finally {
      threads.shutdownNow();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update invoice set total = 1, net = 1, tax = 0",
        "update invoice_line set net = 0",
        "update invoice_tax set tax = 0",
        "update invoice_number set last_number = last_number - 1 where year = 2026",
        "update invoice_number set last_number = last_number + 2 where year = 2026",
        "delete from invoice_number",
        "delete from invoice_tax",
        "delete from invoice_line",
        "delete from invoice_balance",
        "delete from invoice",
        "insert into invoice_line select null, tenant_id, invoice_id, null, position + 1, kind,"
            + " month, correction, counts, lease_id, server_name, offer_id, offer_name, used_from,"
            + " used_until, quantity, unit, unit_price, net, tax_category, percent, fault_seconds,"
            + " fault_kinds from invoice_line",
        "insert into invoice_tax select null, tenant_id, invoice_id, position + 1, 'EXEMPT',"
            + " percent, net, tax from invoice_tax"
      })
  void nobodyChangesWhatWasIssued(String statement) throws SQLException {
    InvoiceSummary issued = issue(Drafts.hours(1, "1000"));

    for (Connection connection : List.of(database.connect(), database.connectAsOwner())) {
      try (connection;
          PreparedStatement prepared = connection.prepareStatement(statement)) {
        assertThatThrownBy(prepared::executeUpdate)
            .isInstanceOf(SQLException.class)
            .hasMessageMatching("(?s).*invoice.*");
      }
    }
    assertThat(outstanding()).containsExactly(issued);
  }

  @Test
  void anotherTenantFindsNothing() {
    InvoiceSummary issued = issue(Drafts.hours(1, "1000"));
    long other = database.newTenant("Other");

    boolean found =
        database.as(
            other, Role.TENANT_ADMIN, w -> w.get(InvoiceBook.class).find(issued.id()).isPresent());
    List<InvoiceSummary> theirs =
        database.as(
            other,
            Role.TENANT_ADMIN,
            w ->
                w.get(Invoices.class).issued(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z")));

    assertThat(found).isFalse();
    assertThat(theirs).isEmpty();
  }

  private InvoiceSummary issue(LineDraft... lines) {
    return database.asPortal(
        w -> {
          w.get(InvoiceBook.class).issue(Drafts.invoice(tenant, run, lines), "test");
          return ours(w.get(Invoices.class)).get(0);
        });
  }

  private List<InvoiceSummary> outstanding() {
    return database.asPortal(
        w ->
            w.get(Invoices.class).outstanding(database.clock().instant()).stream()
                .filter(each -> each.tenantId() == tenant)
                .toList());
  }

  private List<InvoiceSummary> ours(Invoices invoices) {
    return invoices.issued(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z")).stream()
        .filter(each -> each.tenantId() == tenant)
        .toList();
  }

  private static long place(String number) {
    return Long.parseLong(number.substring(number.lastIndexOf('-') + 1));
  }

  /** A run that was issued, in the database. */
  private long newRun() {
    try (Connection connection = database.connect();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into invoice_run (version, month, state, as_of, issuer_version, started_by,"
                    + " started_name, issued_by, ended_at) values (0, '2026-02', 'ISSUED',"
                    + " utc_timestamp(), 0, 1, '', '', utc_timestamp()) returning id");
        ResultSet inserted = insert.executeQuery()) {
      inserted.next();
      return inserted.getLong(1);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
