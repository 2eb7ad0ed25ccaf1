package org.yuzuri.portal.invoice.document;

import com.helger.ubl21.UBL21Marshaller;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.DocumentReferenceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.InvoiceLineType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.MonetaryTotalType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxSubtotalType;
import oasis.names.specification.ubl.schema.xsd.invoice_21.InvoiceType;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.tax.TaxTotal;
import org.yuzuri.portal.invoice.InvoiceView;
import org.yuzuri.portal.invoice.LineDraft;

/**
 * Reads a document's XML as its receiver does, against what was issued: a file may keep every
 * official rule and say something else.
 */
final class PintReading {

  private final List<String> differences = new ArrayList<>();

  /** Where the file says something else than the document; empty: nowhere. */
  static List<String> differences(InvoiceView document, String xml) {
    InvoiceType read = UBL21Marshaller.invoice().read(xml.getBytes(StandardCharsets.UTF_8));
    if (read == null) {
      return List.of("no UBL 2.1");
    }
    PintReading reading = new PintReading();
    reading.compare(document, read);
    return reading.differences;
  }

  private void compare(InvoiceView document, InvoiceType read) {
    same("number", document.number(), read.getIDValue());
    same("issued on", document.issuedOn(), read.getIssueDateValueLocal());
    same("currency", document.currency(), read.getDocumentCurrencyCodeValue());
    same(
        "seller",
        document.parties().issuer(),
        read.getAccountingSupplierParty()
            .getParty()
            .getPartyLegalEntityAtIndex(0)
            .getRegistrationNameValue());
    same(
        "buyer",
        document.parties().buyer(),
        read.getAccountingCustomerParty()
            .getParty()
            .getPartyLegalEntityAtIndex(0)
            .getRegistrationNameValue());
    corrected(document, read);
    MonetaryTotalType total = read.getLegalMonetaryTotal();
    amount("net", document.net().amount(), total.getTaxExclusiveAmountValue());
    amount("total", document.total().amount(), total.getTaxInclusiveAmountValue());
    amount("payable", document.total().amount(), total.getPayableAmountValue());
    amount("tax", document.tax().amount(), read.getTaxTotalAtIndex(0).getTaxAmountValue());
    taxes(document.taxes(), read.getTaxTotalAtIndex(0).getTaxSubtotal());
    lines(document.lines(), read.getInvoiceLine());
  }

  private void corrected(InvoiceView document, InvoiceType read) {
    if (!document.isCreditNote()) {
      same("takes back from", 0, read.getBillingReferenceCount());
      return;
    }
    same("takes back from", 1, read.getBillingReferenceCount());
    if (read.getBillingReferenceCount() == 1) {
      DocumentReferenceType corrected =
          read.getBillingReferenceAtIndex(0).getInvoiceDocumentReference();
      same("takes back from", document.corrects(), corrected.getIDValue());
      same("of", document.correctsOn(), corrected.getIssueDateValueLocal());
    }
    if (!document.reason().isEmpty()) {
      same(
          "reason",
          document.reason(),
          read.getNoteCount() == 1 ? read.getNoteAtIndex(0).getValue() : null);
    }
  }

  private void taxes(List<TaxTotal> taxes, List<TaxSubtotalType> read) {
    same("rates", taxes.size(), read.size());
    for (int i = 0; i < Math.min(taxes.size(), read.size()); i++) {
      amount("net of a rate", taxes.get(i).net().amount(), read.get(i).getTaxableAmountValue());
      amount("tax of a rate", taxes.get(i).tax().amount(), read.get(i).getTaxAmountValue());
      amount("rate", taxes.get(i).percent(), read.get(i).getTaxCategory().getPercentValue());
    }
  }

  private void lines(List<LineDraft> lines, List<InvoiceLineType> read) {
    same("lines", lines.size(), read.size());
    for (int i = 0; i < Math.min(lines.size(), read.size()); i++) {
      amount(
          "net of line " + (i + 1),
          lines.get(i).net().amount(),
          read.get(i).getLineExtensionAmountValue());
    }
  }

  private void amount(String what, BigDecimal issued, @Nullable BigDecimal read) {
    if (read == null || issued.compareTo(read) != 0) {
      differences.add(what + ": " + read + ", issued: " + issued);
    }
  }

  private void same(String what, @Nullable Object issued, @Nullable Object read) {
    if (!Objects.equals(issued, read)) {
      differences.add(what + ": " + read + ", issued: " + issued);
    }
  }
}
