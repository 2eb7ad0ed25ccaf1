package org.yuzuri.portal.invoice.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yuzuri.billing.money.Money;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.invoice.Drafts;
import org.yuzuri.portal.invoice.InvoiceBook;
import org.yuzuri.portal.invoice.InvoiceState;
import org.yuzuri.portal.invoice.InvoiceView;
import org.yuzuri.portal.platform.PortalDatabase;
import org.yuzuri.portal.platform.ProblemException;

/** An invoice of two lines, 1000 and 500 yen, 1650 with tax; and what is taken back from it. */
class CreditNotesIT {

  private final PortalDatabase database = PortalDatabase.shared();
  private final long tenant = database.newTenant("Credited");
  private final InvoiceView invoice = issued();

  @Test
  void wholeInvoiceIsTakenBackOnce() {
    InvoiceView note = note(all("billed in error"));

    assertThat(note.total()).isEqualTo(yen("-1650"));
    assertThat(note.corrects()).isEqualTo(invoice.number());
    assertThat(now().state()).isEqualTo(InvoiceState.SETTLED);
    assertThatThrownBy(() -> all("again")).hasMessageContaining("CREDITED_ALREADY");
    assertThatThrownBy(() -> part("1", "1")).hasMessageContaining("CREDITED_ALREADY");
  }

  @Test
  void lineIsTakenBackWithItsTaxAndTheRestIsStillOwed() {
    InvoiceView note = note(part("2", ""));

    assertThat(note.net()).isEqualTo(yen("-500"));
    assertThat(note.total()).isEqualTo(yen("-550"));
    assertThat(note.lines()).singleElement().extracting("serverName").isEqualTo("lent-17");
    assertThat(note.reason()).isEqualTo("too slow");
    assertThat(now().owed()).isEqualTo(yen("1100"));
    assertThat(now().state()).isEqualTo(InvoiceState.OPEN);
  }

  @Test
  void partsOfALineAreTakenBackUntilNothingIsLeftOfIt() {
    part("1", "400");
    part("1", "599");
    assertThatThrownBy(() -> part("1", "2"))
        .hasMessageContaining("credit.amount")
        .hasMessageContaining("at most 1,");
    part("1", "");

    assertThatThrownBy(() -> part("1", "")).hasMessageContaining("credit.line");
    assertThat(now().credited()).isEqualTo(yen("1099"));
    assertThatThrownBy(() -> all("all")).hasMessageContaining("CREDITED_ALREADY");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, credit.line",
    "3, 1, credit.line",
    "-1, 1, credit.line",
    "999999999, 1, credit.line",
    "x, 1, credit.line",
    "1, 0, credit.amount",
    "1, -1, credit.amount",
    "1, 1000.5, credit.amount",
    "1, 0.5, credit.amount",
    "1, 1001, credit.amount",
    "1, 1e2, credit.amount",
    "1, 999999999999, credit.amount",
    "1, １００, credit.amount"
  })
  void whatIsNoPartIsNamed(String line, String amount, String field) {
    assertThatThrownBy(() -> part(line, amount))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(field);
    assertThat(now().credited()).isEqualTo(yen("0"));
  }

  @Test
  void everyFieldThatIsWrongIsToldAtOnce() {
    ProblemException refused =
        catchThrowableOfType(
            ProblemException.class, () -> part(new PartDraft("9", "much", "two\nlines", false)));

    List<String> fields = new ArrayList<>(List.of(refused.field()));
    refused.others().forEach(other -> fields.add(other.field()));
    assertThat(fields).containsExactly("credit.partReason", "credit.line", "credit.amount");
  }

  @Test
  void twoPeopleAtOnceTakeBackNoMoreThanThereIs() throws Exception {
    ExecutorService people = Executors.newFixedThreadPool(4);
    try {
      Callable<Boolean> one =
          () -> {
            try {
              part("1", "600");
              return true;
            } catch (ProblemException refused) {
              return false;
            }
          };
      int done = 0;
      for (Future<Boolean> each : people.invokeAll(List.of(one, one, one, one))) {
        done += each.get() ? 1 : 0;
      }
      assertThat(done).isEqualTo(1);
    } finally {
      people.shutdownNow();
    }
    assertThat(now().credited()).isEqualTo(yen("660"));
  }

  /** The last wall, against code that forgets to look. */
  @Test
  void databaseRefusesMoreThanALineHas() {
    part("1", "600");
    assertThatThrownBy(
            () ->
                database.asPortal(
                    w ->
                        w.get(InvoiceBook.class)
                            .issue(
                                Drafts.creditNote(
                                    tenant,
                                    invoice.id(),
                                    invoice.lines().get(0).partTakenBack(yen("401"), false, 1)),
                                "test")))
        .rootCause()
        .hasMessageContaining("more is taken back than the line has left");
  }

  @Test
  void tenantTakesNothingBackAndNobodyFromWhatIsNotThere() {
    assertThatThrownBy(
            () ->
                database.as(
                    tenant,
                    Role.TENANT_ADMIN,
                    w -> w.get(CreditNoteService.class).creditPart(invoice.id(), draft("1", "1"))))
        .hasMessageContaining("invoice:write");
    assertThatThrownBy(() -> database.asPortal(w -> credits(w.get(CreditNoteService.class), 0)))
        .hasMessageContaining("NOT_FOUND");
  }

  @Test
  void creditNoteIsNotTakenBack() {
    long note = part("1", "100");

    assertThatThrownBy(() -> database.asPortal(w -> credits(w.get(CreditNoteService.class), note)))
        .hasMessageContaining("CREDITED_ALREADY");
  }

  private static long credits(CreditNoteService service, long id) {
    return service.creditPart(id, draft("1", "1"));
  }

  private static PartDraft draft(String line, String amount) {
    return new PartDraft(line, amount, "too slow", false);
  }

  private long part(String line, String amount) {
    return part(draft(line, amount));
  }

  private long part(PartDraft part) {
    return database.asPortal(w -> w.get(CreditNoteService.class).creditPart(invoice.id(), part));
  }

  private long all(String reason) {
    return database.asPortal(
        w -> w.get(CreditNoteService.class).creditAll(invoice.id(), reason, false));
  }

  private InvoiceView note(long id) {
    return database.asPortal(w -> w.get(InvoiceBook.class).view(id));
  }

  private InvoiceView now() {
    return note(invoice.id());
  }

  private static Money yen(String amount) {
    return Money.of(amount, "JPY");
  }

  private InvoiceView issued() {
    long run = newRun();
    return database.asPortal(
        w -> {
          InvoiceBook book = w.get(InvoiceBook.class);
          return book.view(
              book.issue(
                      Drafts.invoice(tenant, run, Drafts.hours(10, "100"), Drafts.hours(5, "100")),
                      "test")
                  .id());
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
