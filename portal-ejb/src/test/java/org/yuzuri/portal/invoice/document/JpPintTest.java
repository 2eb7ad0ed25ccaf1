package org.yuzuri.portal.invoice.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yuzuri.billing.metering.FaultKind;
import org.yuzuri.billing.money.Money;
import org.yuzuri.billing.tax.TaxCategory;
import org.yuzuri.portal.invoice.Drafts;
import org.yuzuri.portal.invoice.InvoiceDraft;
import org.yuzuri.portal.invoice.InvoiceView;
import org.yuzuri.portal.invoice.LineDraft;
import org.yuzuri.portal.usage.charge.ChargeKind;
import org.yuzuri.portal.usage.charge.ChargeUnit;
import org.yuzuri.portal.usage.charge.NotCharged;

/** Documents against the official rules of JP PINT 1.1.2: schema, shared rules, Japan's own. */
class JpPintTest {

  static Stream<InvoiceView> documents() {
    LineDraft hours = Drafts.hours(672, "12.5");
    return Stream.of(
        Documents.invoice(hours),
        Documents.invoice(
            Drafts.disturbed(
                hours, new NotCharged(7_200, List.of(FaultKind.SITE, FaultKind.POWER)))),
        Documents.invoice(hours, Drafts.capped(744, "12.5", "9000")),
        Documents.invoice(hours, taxed(TaxCategory.REDUCED, 8, 100)),
        Documents.invoice(hours, taxed(TaxCategory.EXEMPT, 0, 100)),
        Documents.invoice(hours, taxed(TaxCategory.STANDARD, 10, -100)),
        Documents.invoice(Drafts.hours(333, "1"), Drafts.hours(-3, "1")),
        Documents.of(
            new InvoiceDraft.Parties(
                "A <&> \"B\"", "x", "T7000012050002", "1", "30 days", "] ]> ' é 漢", ""),
            hours),
        Documents.creditNote(hours.takenBack(true, 1)),
        Documents.creditNote(Drafts.capped(744, "12.5", "9000").takenBack(true, 1)),
        Documents.creditNote(hours.partTakenBack(Money.of("1234", "JPY"), false, 1)),
        Documents.creditNote(
            Drafts.capped(744, "12.5", "9000").partTakenBack(Money.of("1", "JPY"), true, 1)),
        Documents.creditNote(
            hours.takenBack(false, 1), taxed(TaxCategory.REDUCED, 8, 50).takenBack(false, 1)),
        Documents.invoice(Drafts.hours(101, "0.15", "USD")),
        Documents.creditNote(Drafts.hours(101, "0.15", "USD").takenBack(true, 1)));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void documentBreaksNoRule(InvoiceView document) {
    assertThat(PintRules.broken(document)).isEmpty();
  }

  /** Each takes something out of a valid invoice or makes it say something else. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<cbc:PayableAmount currencyID=\"JPY\">9240<|<cbc:PayableAmount currencyID=\"JPY\">9241<",
        "<cbc:TaxInclusiveAmount currencyID=\"JPY\">9240<"
            + "|<cbc:TaxInclusiveAmount currencyID=\"JPY\">9000<",
        "<cbc:TaxExclusiveAmount currencyID=\"JPY\">8400<"
            + "|<cbc:TaxExclusiveAmount currencyID=\"JPY\">8401<",
        "<cbc:TaxAmount currencyID=\"JPY\">840<|<cbc:TaxAmount currencyID=\"JPY\">700<",
        "<cbc:TaxAmount currencyID=\"JPY\">840<|<cbc:TaxAmount currencyID=\"JPY\">840.5<",
        "<cbc:TaxableAmount currencyID=\"JPY\">8400<|<cbc:TaxableAmount currencyID=\"JPY\">1<",
        "<cbc:LineExtensionAmount currencyID=\"JPY\">8400<"
            + "|<cbc:LineExtensionAmount currencyID=\"JPY\">1<",
        ">12.5<|>-12.5<",
        "<cbc:CompanyID>T7000012050002<|<cbc:CompanyID>7000012050002<",
        "<cbc:CompanyID>T7000012050002</cbc:CompanyID>|",
        "<cbc:ID>VAT<|<cbc:ID>GST<",
        "<cbc:ID>S<|<cbc:ID>X<",
        "<cbc:Percent>10<|<cbc:Percent>-1<",
        "<cbc:InvoiceTypeCode>380<|<cbc:InvoiceTypeCode>999<",
        "<cbc:DocumentCurrencyCode>JPY<|<cbc:DocumentCurrencyCode>YEN<",
        "<cbc:CustomizationID>urn:peppol:pint:billing-1@jp-1<|<cbc:CustomizationID>urn:other<",
        "<cbc:ProfileID>urn:peppol:bis:billing<|<cbc:ProfileID>urn:other<",
        "<cbc:ID>2026-000002</cbc:ID>|",
        "<cbc:IssueDate>2026-03-01</cbc:IssueDate>|",
        "<cbc:IdentificationCode>JP<|<cbc:IdentificationCode>XX<",
        "unitCode=\"HUR\"|unitCode=\"hours\"",
        "<cbc:PaymentMeansCode>30<|<cbc:PaymentMeansCode>9999<",
        "<cbc:EndpointID schemeID=\"0221\">|<cbc:EndpointID schemeID=\"1234\">",
        "<cbc:RegistrationName>柚利データセンター株式会社</cbc:RegistrationName>|"
      })
  void whatIsWrongIsFound(String right, String wrong) {
    String valid = PintRules.xml(Documents.invoice(Drafts.hours(672, "12.5")));
    assertThat(PintRules.broken(valid)).isEmpty();
    assertThat(valid).contains(right);

    String mutated = valid.replace(right, wrong == null ? "" : wrong);

    assertThat(PintRules.broken(mutated)).isNotEmpty();
  }

  /** 3.5 GB at 7.5, of which one is included: the line says what it is short of the product. */
  @Test
  void trafficIsALineInGigabytes() {
    String xml = PintRules.xml(Documents.invoice(traffic("3.5", "7.5", "18")));

    assertThat(xml).contains("<cbc:InvoicedQuantity unitCode=\"E34\">3.5</cbc:InvoicedQuantity>");
    assertThat(PintRules.broken(xml)).isEmpty();
  }

  /** Each of the second 100 GB costs more than one of the first: the line says what it adds. */
  @Test
  void trafficAboveADearerStepIsALineThatSaysWhatItAdds() {
    String xml = PintRules.xml(Documents.invoice(traffic("200", "1", "350")));

    assertThat(xml)
        .contains("<cbc:ChargeIndicator>true</cbc:ChargeIndicator>")
        .contains("price by volume")
        .contains("<cbc:Amount currencyID=\"JPY\">150</cbc:Amount>");
    assertThat(PintRules.broken(xml)).isEmpty();
  }

  @Test
  void tenantWithoutAnAddressInTheNetworkBreaksThatRuleOnly() {
    InvoiceView invoice = Documents.invoice(Drafts.hours(672, "12.5"));

    assertThat(PintRules.broken(new String(PintXml.of(invoice, ""), StandardCharsets.UTF_8)))
        .singleElement()
        .asString()
        .contains("ibr-080");
  }

  @Test
  void creditNoteNamesWhatItTakesBackAndIsNegative() {
    String xml = PintRules.xml(Documents.creditNote(Drafts.hours(10, "100").takenBack(true, 1)));

    assertThat(xml)
        .contains("<cbc:ID>2026-000001</cbc:ID>", "Billed in error")
        .contains("<cbc:PayableAmount currencyID=\"JPY\">-1100</cbc:PayableAmount>");
  }

  private static LineDraft traffic(String gb, String perGb, String net) {
    LineDraft like = Drafts.hours(1, "1");
    return new LineDraft(
        ChargeKind.TRAFFIC,
        like.month(),
        false,
        true,
        like.leaseId(),
        like.serverName(),
        like.offerId(),
        like.offerName(),
        like.from(),
        like.until(),
        new BigDecimal(gb),
        ChargeUnit.GB,
        Money.of(perGb, "JPY"),
        Money.of(net, "JPY"),
        like.tax(),
        like.percent());
  }

  static LineDraft taxed(TaxCategory category, int percent, int amount) {
    Money net = Money.of(String.valueOf(amount), "JPY");
    LineDraft like = Drafts.hours(1, "1");
    return new LineDraft(
        ChargeKind.SETUP,
        like.month(),
        false,
        true,
        null,
        null,
        null,
        null,
        like.from(),
        like.until(),
        BigDecimal.valueOf(Integer.signum(amount)),
        ChargeUnit.ONCE,
        new Money(net.amount().abs(), net.currency()),
        net,
        category,
        BigDecimal.valueOf(percent));
  }
}
