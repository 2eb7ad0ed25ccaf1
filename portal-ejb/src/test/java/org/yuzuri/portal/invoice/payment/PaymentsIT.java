package org.yuzuri.portal.invoice.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yuzuri.billing.money.Money;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.invoice.Drafts;
import org.yuzuri.portal.invoice.InvoiceBook;
import org.yuzuri.portal.invoice.InvoiceState;
import org.yuzuri.portal.invoice.InvoiceView;
import org.yuzuri.portal.invoice.IssuedFiles;
import org.yuzuri.portal.invoice.dunning.DunningService;
import org.yuzuri.portal.platform.PortalDatabase;
import org.yuzuri.portal.platform.ProblemException;

class PaymentsIT {

  private static final String HEADER = "reference,receivedOn,invoice,amount,currency\n";

  private final PortalDatabase database = PortalDatabase.shared();
  private final long tenant = database.newTenant("Pays");
  private final String mark = UUID.randomUUID().toString();
  private final InvoiceView invoice = issued();

  @AfterEach
  void everyFileKeepsTheOfficialRules() {
    IssuedFiles.breakNoRule(database, tenant);
  }

  @Test
  void invoiceIsSettledByWhatCameInForIt() {
    book(line("a", "600"));
    assertThat(now().state()).isEqualTo(InvoiceState.OPEN);
    assertThat(now().owed()).isEqualTo(Money.of("500", "JPY"));

    book(line("b", "500"));
    assertThat(now().state()).isEqualTo(InvoiceState.SETTLED);

    book(line("c", "-100"));
    assertThat(now().state()).isEqualTo(InvoiceState.OPEN);
    assertThat(now().owed()).isEqualTo(Money.of("100", "JPY"));
  }

  @Test
  void fileThatComesTwiceBooksNothingTwice() {
    String file = line("a", "600") + line("b", "500");

    assertThat(book(file)).isEqualTo(2);
    assertThat(book(file)).isZero();
    assertThat(book(line("b", "500") + line("d", "1"))).isEqualTo(1);

    assertThat(now().paid()).isEqualTo(Money.of("1101", "JPY"));
  }

  @Test
  void previewBooksNothing() {
    PaymentPreview preview = lender(service -> service.preview(HEADER + line("a", "600")));

    assertThat(preview.fresh()).hasSize(1);
    assertThat(now().paid()).isEqualTo(Money.of("0", "JPY"));
  }

  @Test
  void everythingThatIsWrongIsToldAtOnceAndNothingIsBooked() {
    String file =
        line("a", "600")
            + mark
            + "-b,2026-13-01,"
            + invoice.number()
            + ",x,YEN\n"
            + mark
            + "-a,2026-03-02,"
            + invoice.number()
            + ",0,JPY\n";

    ProblemException refused = catchThrowableOfType(ProblemException.class, () -> book(file));

    List<String> told = new ArrayList<>(List.of(refused.field() + " " + refused.value()));
    refused.others().forEach(each -> told.add(each.field() + " " + each.value()));
    assertThat(told)
        .containsExactly(
            "payment.amount line 3: x",
            "payment.receivedOn line 3: 2026-13-01",
            "payment.currency line 3: YEN",
            "payment.reference line 4: " + mark + "-a",
            "payment.amount line 4: 0");
    assertThat(now().paid()).isEqualTo(Money.of("0", "JPY"));
  }

  @Test
  void unknownInvoiceAndAnotherCurrencyAreNamed() {
    assertThatThrownBy(() -> book(mark + "-a,2026-03-02,2026-999999,1,JPY\n"))
        .hasMessageContaining("payment.invoice")
        .hasMessageContaining("2026-999999");
    assertThatThrownBy(() -> book(mark + "-a,2026-03-02," + invoice.number() + ",1,USD\n"))
        .hasMessageContaining("payment.currency")
        .hasMessageContaining("JPY, the invoice's");
    assertThatThrownBy(() -> book(line("a", "1.5"))).hasMessageContaining("payment.amount");
  }

  @Test
  void fileThatIsNoneIsRefused() {
    for (String file : List.of("", "what\nis,this", HEADER, "a\"b\n\"", "x".repeat(1_000_001))) {
      assertThatThrownBy(() -> lender(service -> service.book(file)))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("payment.file");
    }
  }

  /** 16 MiB, of one line and of many: refused before anything of it is looked up. */
  @Test
  void hugeFileIsRefusedByItsLength() {
    for (String file :
        List.of(
            HEADER + "x".repeat(16 << 20),
            HEADER + line("a", "1").repeat((16 << 20) / line("a", "1").length()))) {
      assertThatThrownBy(() -> lender(service -> service.book(file)))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("payment.file")
          .hasMessageContaining("at most 1000000 characters");
    }
    assertThat(now().paid()).isEqualTo(Money.of("0", "JPY"));
  }

  @Test
  void paymentThatIsTypedInSettlesItsInvoiceAndIsInTheTrail() {
    enter(" " + invoice.number() + " ", "2026-03-02", "1100", mark + "-typed");

    assertThat(now().state()).isEqualTo(InvoiceState.SETTLED);
    assertThat(lender(PaymentService::newest).get(0))
        .extracting(PaymentView::reference, PaymentView::invoice, PaymentView::currency)
        .containsExactly(mark + "-typed", invoice.number(), "JPY");
    assertThat(
            database.number(
                "select count(*) from audit_entry where action = 'payment.book' and detail = '"
                    + mark
                    + "-typed: 1100 JPY'"))
        .isEqualTo(1);
  }

  @Test
  void everyFieldThatIsWrongIsNamed() {
    ProblemException refused =
        catchThrowableOfType(
            ProblemException.class, () -> enter(" ", "2026-02-30", "1,200", "a\nb"));

    List<String> told = new ArrayList<>(List.of(refused.field() + " " + refused.value()));
    refused.others().forEach(each -> told.add(each.field() + " " + each.value()));
    assertThat(told)
        .containsExactly(
            "payment.invoice ",
            "payment.receivedOn 2026-02-30",
            "payment.amount 1,200",
            "payment.reference a\nb");
  }

  @Test
  void typedPaymentIsHeldAgainstItsInvoice() {
    assertThatThrownBy(() -> enter("2026-999999", "2026-03-02", "1", mark + "-a"))
        .hasMessageContaining("payment.invoice")
        .hasMessageContaining("2026-999999");
    assertThatThrownBy(() -> enter(invoice.number(), "2026-03-02", "1.5", mark + "-a"))
        .hasMessageContaining("payment.amount");
    assertThat(now().paid()).isEqualTo(Money.of("0", "JPY"));
  }

  @Test
  void referenceIsBookedOnceHoweverItComes() {
    book(line("a", "600"));
    assertThatThrownBy(() -> enter(invoice.number(), "2026-03-02", "600", mark + "-a"))
        .hasMessageContaining("PAYMENT_BOOKED_ALREADY")
        .hasMessageContaining(invoice.number());

    enter(invoice.number(), "2026-03-02", "100", mark + "-b");
    assertThat(book(line("b", "100"))).isZero();
    assertThat(now().paid()).isEqualTo(Money.of("700", "JPY"));
  }

  @Test
  void twoWhoTypeTheSameAtOnceBookItOnce() {
    List<CompletableFuture<Void>> typed =
        IntStream.range(0, 2)
            .mapToObj(
                i ->
                    CompletableFuture.runAsync(
                        () -> enter(invoice.number(), "2026-03-02", "600", mark + "-same")))
            .toList();

    assertThat(typed.stream().filter(each -> failed(each).isEmpty())).hasSize(1);
    assertThat(typed.stream().flatMap(each -> failed(each).stream()))
        .singleElement()
        .asString()
        .contains("PAYMENT_BOOKED_ALREADY");
    assertThat(now().paid()).isEqualTo(Money.of("600", "JPY"));
  }

  private static Optional<Throwable> failed(CompletableFuture<Void> typed) {
    return typed.handle((done, failure) -> Optional.ofNullable(failure)).join();
  }

  @Test
  void tenantBooksNothing() {
    assertThatThrownBy(
            () ->
                database.as(
                    tenant,
                    Role.TENANT_ADMIN,
                    w -> w.get(PaymentService.class).book(HEADER + line("a", "1"))))
        .hasMessageContaining("invoice:write");
    assertThatThrownBy(
            () ->
                database.as(
                    tenant,
                    Role.TENANT_ADMIN,
                    w ->
                        entered(
                            w.get(PaymentService.class), invoice.number(), "2026-03-02", "1", "a")))
        .hasMessageContaining("invoice:write");
  }

  @Test
  void paymentIsNeitherChangedNorDeleted() throws SQLException {
    book(line("a", "600"));
    try (Connection connection = database.connectAsOwner()) {
      for (String sql : List.of("update payment set amount = 1", "delete from payment")) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
          assertThatThrownBy(statement::executeUpdate).hasMessageContaining("payment");
        }
      }
    }
  }

  @Test
  void unpaidInvoiceIsOverdueTheDayAfterItWasDueAndNotBefore() {
    var clock = database.clock();
    var before = clock.instant();
    try {
      clock.setInstant(Instant.parse("2026-03-31T14:00:00Z"));
      look();
      assertThat(now().state()).isEqualTo(InvoiceState.OPEN);

      clock.setInstant(Instant.parse("2026-03-31T15:30:00Z"));
      look();
      assertThat(now().state()).isEqualTo(InvoiceState.OVERDUE);

      book(line("a", "1100"));
      assertThat(now().state()).isEqualTo(InvoiceState.SETTLED);
    } finally {
      clock.setInstant(before);
    }
  }

  private void look() {
    database.asPortal(
        w -> {
          w.get(DunningService.class).look(invoice.id());
          return true;
        });
  }

  private String line(String reference, String amount) {
    return mark + "-" + reference + ",2026-03-02," + invoice.number() + "," + amount + ",JPY\n";
  }

  private int book(String lines) {
    return lender(service -> service.book(HEADER + lines));
  }

  private void enter(String number, String day, String amount, String reference) {
    lender(service -> entered(service, number, day, amount, reference));
  }

  private static boolean entered(
      PaymentService service, String number, String day, String amount, String reference) {
    service.enter(new PaymentEntry(number, day, amount, reference));
    return true;
  }

  private InvoiceView now() {
    return database.asPortal(w -> w.get(InvoiceBook.class).view(invoice.id()));
  }

  private <T> T lender(Function<PaymentService, T> work) {
    return database.as(
        Tenants.LENDER, Role.LENDER_BILLING, w -> work.apply(w.get(PaymentService.class)));
  }

  private InvoiceView issued() {
    long run = newRun();
    return database.asPortal(
        w -> {
          InvoiceBook book = w.get(InvoiceBook.class);
          return book.view(
              book.issue(Drafts.invoice(tenant, run, Drafts.hours(10, "100")), "test").id());
        });
  }

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
