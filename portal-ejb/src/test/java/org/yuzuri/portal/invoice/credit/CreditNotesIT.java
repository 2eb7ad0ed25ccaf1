package org.yuzuri.portal.invoice.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yuzuri.billing.money.Money;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.invoice.BillingWorld;
import org.yuzuri.portal.invoice.Drafts;
import org.yuzuri.portal.invoice.InvoiceBook;
import org.yuzuri.portal.invoice.InvoiceState;
import org.yuzuri.portal.invoice.InvoiceView;
import org.yuzuri.portal.invoice.IssuedFiles;
import org.yuzuri.portal.invoice.document.PintRules;
import org.yuzuri.portal.platform.PortalDatabase;
import org.yuzuri.portal.platform.ProblemException;

/** An invoice of two lines, 1000 and 500 yen, 1650 with tax; and what is taken back from it. */
class CreditNotesIT {

  private static final BigDecimal ZERO = BigDecimal.ZERO;

  private final PortalDatabase database = PortalDatabase.shared();
  private final long tenant = database.newTenant("Credited");
  private final BillingWorld world = new BillingWorld(database);
  private final InvoiceView invoice =
      world.issued(tenant, Drafts.hours(10, "100"), Drafts.hours(5, "100"));

  @AfterEach
  void everyFileKeepsTheOfficialRules() {
    IssuedFiles.breakNoRule(database, tenant);
  }

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
    assertThat(now().notes())
        .containsExactly(new InvoiceView.Note(note.id(), note.number(), yen("-550")));
    assertThat(note.notes()).isEmpty();
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
    assertThat(now().credited()).isEqualTo(yen("1100"));
    assertThatThrownBy(() -> all("all")).hasMessageContaining("CREDITED_ALREADY");
  }

  /** 15 and 15 yen: 1 yen of tax each, and 3 of both. */
  @Test
  void partsThatAreAllOfAnInvoiceTakeAllOfItsTaxBack() {
    InvoiceView odd = world.issued(tenant, Drafts.hours(15, "1"), Drafts.hours(15, "1"));
    assertThat(odd.total()).isEqualTo(yen("33"));

    InvoiceView first = note(part(odd.id(), draft("1", ""), yen("0")));
    InvoiceView second = note(part(odd.id(), draft("2", "7"), first.total().negated()));
    Money seen = world.view(odd.id()).credited();
    InvoiceView last = note(part(odd.id(), draft("2", ""), seen));

    assertThat(List.of(first.tax(), second.tax(), last.tax()))
        .containsExactly(yen("-1"), yen("-1"), yen("-1"));
    assertThat(world.view(odd.id()).owed()).isEqualTo(yen("0"));
    assertThat(world.view(odd.id()).state()).isEqualTo(InvoiceState.SETTLED);
  }

  /** A second click, or another tab. */
  @Test
  void whatWasDecidedOnceIsNotDoneTwice() {
    part(draft("1", "400"));

    assertThatThrownBy(() -> part(invoice.id(), draft("1", "400"), yen("0")))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("CREDITED_MEANWHILE")
        .hasMessageContaining("440");
    assertThat(now().credited()).isEqualTo(yen("440"));
    part(invoice.id(), draft("1", "400"), yen("440"));
    assertThat(now().credited()).isEqualTo(yen("880"));
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
  void fourClicksAtOnceAreOneCreditNote() throws Exception {
    ExecutorService people = Executors.newFixedThreadPool(4);
    try {
      Callable<Boolean> one =
          () -> {
            try {
              part(invoice.id(), draft("1", "400"), yen("0"));
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
    assertThat(now().credited()).isEqualTo(yen("440"));
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
                    w ->
                        w.get(CreditNoteService.class)
                            .creditPart(invoice.id(), draft("1", "1"), ZERO)))
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
    return service.creditPart(id, draft("1", "1"), ZERO);
  }

  private static PartDraft draft(String line, String amount) {
    return new PartDraft(line, amount, "too slow", false);
  }

  private long part(String line, String amount) {
    return part(draft(line, amount));
  }

  private long part(PartDraft part) {
    return part(invoice.id(), part, now().credited());
  }

  private long part(long of, PartDraft part, Money seen) {
    return database.asPortal(
        w -> w.get(CreditNoteService.class).creditPart(of, part, seen.amount()));
  }

  private long all(String reason) {
    return database.asPortal(
        w -> w.get(CreditNoteService.class).creditAll(invoice.id(), reason, false));
  }

  private InvoiceView note(long id) {
    InvoiceView document = world.view(id);
    assertThat(PintRules.broken(document)).isEmpty();
    return document;
  }

  private InvoiceView now() {
    return note(invoice.id());
  }

  private static Money yen(String amount) {
    return Money.of(amount, "JPY");
  }
}
