package org.yuzuri.portal.invoice.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yuzuri.portal.invoice.Drafts;
import org.yuzuri.portal.invoice.InvoiceView;

/** What is wrong with a credit note's file is found, by the official rules or by its reader. */
class CreditNotePintTest {

  private final InvoiceView note =
      Documents.creditNote(Drafts.hours(672, "12.5").takenBack(true, 1));

  /** Each takes something out of a valid credit note or makes it say something else. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-9240|9240",
        "-8400|8400",
        "-840<|840<",
        "<cbc:PayableAmount currencyID=\"JPY\">-9240<"
            + "|<cbc:PayableAmount currencyID=\"JPY\">-9241<",
        "<cbc:TaxInclusiveAmount currencyID=\"JPY\">-9240<"
            + "|<cbc:TaxInclusiveAmount currencyID=\"JPY\">-9000<",
        "<cbc:TaxExclusiveAmount currencyID=\"JPY\">-8400<"
            + "|<cbc:TaxExclusiveAmount currencyID=\"JPY\">-8401<",
        "<cbc:TaxAmount currencyID=\"JPY\">-840<|<cbc:TaxAmount currencyID=\"JPY\">-840.5<",
        "<cbc:TaxableAmount currencyID=\"JPY\">-8400<"
            + "|<cbc:TaxableAmount currencyID=\"JPY\">-1<",
        "<cbc:LineExtensionAmount currencyID=\"JPY\">-8400<"
            + "|<cbc:LineExtensionAmount currencyID=\"JPY\">-1<",
        "<cbc:InvoiceTypeCode>380<|<cbc:InvoiceTypeCode>381<",
        "<cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>|",
        "<cbc:DocumentCurrencyCode>JPY<|<cbc:DocumentCurrencyCode>USD<",
        "<cbc:ID>2026-000001<|<cbc:ID>2026-000009<",
        "<cbc:ID>2026-000001</cbc:ID>|",
        "<cbc:IssueDate>2026-02-01<|<cbc:IssueDate>2026-02-02<",
        "<cbc:IssueDate>2026-02-01</cbc:IssueDate>|",
        "<cbc:ID>CN-2026-000001<|<cbc:ID>CN-2026-000002<",
        "<cbc:IssueDate>2026-03-01<|<cbc:IssueDate>2026-03-02<",
        "<cbc:Note>Billed in error</cbc:Note>|",
        "<cbc:CompanyID>T7000012050002<|<cbc:CompanyID>7000012050002<",
        "<cbc:Percent>10<|<cbc:Percent>8<",
        "<cbc:ID>S<|<cbc:ID>E<",
        ">12.5<|>-12.5<",
        "<cbc:RegistrationName>柚利データセンター株式会社<|<cbc:RegistrationName>Somebody<"
      })
  void whatIsWrongIsFound(String right, String wrong) {
    String valid = PintRules.xml(note);
    assertThat(PintRules.broken(note, valid)).isEmpty();
    assertThat(valid).contains(right);

    String mutated = valid.replace(right, wrong == null ? "" : wrong);

    assertThat(PintRules.broken(note, mutated)).isNotEmpty();
  }
}
