package org.yuzuri.portal.invoice.document;

import com.helger.ubl21.UBL21Marshaller;
import java.time.LocalDate;
import java.util.Objects;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.BillingReferenceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.CustomerPartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.DocumentReferenceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.FinancialAccountType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.MonetaryTotalType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PaymentMeansType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PaymentTermsType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PeriodType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.SupplierPartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxCategoryType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxSubtotalType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxTotalType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.NoteType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.TaxExemptionReasonType;
import oasis.names.specification.ubl.schema.xsd.invoice_21.InvoiceType;
import org.yuzuri.billing.tax.TaxCategory;
import org.yuzuri.billing.tax.TaxTotal;
import org.yuzuri.portal.invoice.InvoiceView;
import org.yuzuri.portal.invoice.LineDraft;

/**
 * A document as JP PINT wants it: UBL 2.1. A credit note is an invoice of negative amounts that
 * names the one that it takes back from: JP PINT knows no other type than 380.
 *
 * <p>Source: Digital Agency of Japan, Peppol BIS Standard Invoice JP PINT 1.1.2.
 */
public final class PintXml {

  private static final String SPECIFICATION = "urn:peppol:pint:billing-1@jp-1";
  private static final String PROCESS = "urn:peppol:bis:billing";
  private static final String COMMERCIAL_INVOICE = "380";
  private static final String CREDIT_TRANSFER = "30";

  private final InvoiceView invoice;
  private final String currency;

  private PintXml(InvoiceView invoice) {
    this.invoice = invoice;
    this.currency = invoice.currency();
  }

  /**
   * The document in UTF-8.
   *
   * @param endpoint the receiver's address in the Peppol network, as {@code 0188:8000012010038};
   *     empty when it has none: then rule ibr-080 is broken, and the file is not for that network
   * @throws IllegalStateException it is not valid by the schema of UBL
   */
  public static byte[] of(InvoiceView invoice, String endpoint) {
    byte[] xml = UBL21Marshaller.invoice().getAsBytes(new PintXml(invoice).document(endpoint));
    if (xml == null) {
      throw new IllegalStateException("invoice " + invoice.number() + " is no valid UBL 2.1");
    }
    return xml;
  }

  private InvoiceType document(String endpoint) {
    InvoiceType type = new InvoiceType();
    type.setCustomizationID(SPECIFICATION);
    type.setProfileID(PROCESS);
    type.setID(invoice.number());
    type.setIssueDate(invoice.issuedOn());
    type.setInvoiceTypeCode(COMMERCIAL_INVOICE);
    type.setDocumentCurrencyCode(currency);
    type.addInvoicePeriod(month());
    if (invoice.isCreditNote()) {
      type.addBillingReference(corrected());
      if (!invoice.reason().isEmpty()) {
        type.addNote(new NoteType(invoice.reason()));
      }
    } else {
      type.setDueDate(invoice.dueOn());
      type.addPaymentMeans(payment());
    }
    SupplierPartyType seller = new SupplierPartyType();
    seller.setParty(PintParty.seller(invoice.parties()));
    type.setAccountingSupplierParty(seller);
    CustomerPartyType buyer = new CustomerPartyType();
    buyer.setParty(PintParty.buyer(invoice.parties(), endpoint));
    type.setAccountingCustomerParty(buyer);
    if (!invoice.parties().terms().isEmpty()) {
      PaymentTermsType terms = new PaymentTermsType();
      terms.addNote(new NoteType(invoice.parties().terms()));
      type.addPaymentTerms(terms);
    }
    type.addTaxTotal(taxes());
    type.setLegalMonetaryTotal(total());
    PintLine lines = new PintLine(currency, invoice.zone());
    int position = 1;
    for (LineDraft line : invoice.lines()) {
      type.addInvoiceLine(lines.of(position++, line));
    }
    return type;
  }

  private PeriodType month() {
    PeriodType period = new PeriodType();
    period.setStartDate(invoice.month().atDay(1));
    period.setEndDate(invoice.month().atEndOfMonth());
    return period;
  }

  private BillingReferenceType corrected() {
    DocumentReferenceType document = new DocumentReferenceType();
    document.setID(Objects.requireNonNull(invoice.corrects(), "corrects"));
    LocalDate on = invoice.correctsOn();
    if (on != null) {
      document.setIssueDate(on);
    }
    BillingReferenceType reference = new BillingReferenceType();
    reference.setInvoiceDocumentReference(document);
    return reference;
  }

  private PaymentMeansType payment() {
    FinancialAccountType account = new FinancialAccountType();
    account.setID(invoice.parties().bank().replace('\n', ' '));
    PaymentMeansType means = new PaymentMeansType();
    means.setPaymentMeansCode(CREDIT_TRANSFER);
    means.setPayeeFinancialAccount(account);
    return means;
  }

  private TaxTotalType taxes() {
    TaxTotalType total = new TaxTotalType();
    total.setTaxAmount(PintLine.plain(invoice.tax().amount())).setCurrencyID(currency);
    for (TaxTotal tax : invoice.taxes()) {
      TaxSubtotalType part = new TaxSubtotalType();
      part.setTaxableAmount(PintLine.plain(tax.net().amount())).setCurrencyID(currency);
      part.setTaxAmount(PintLine.plain(tax.tax().amount())).setCurrencyID(currency);
      TaxCategoryType category = PintLine.category(tax.category(), tax.percent());
      part.setTaxCategory(category);
      if (tax.category() == TaxCategory.REVERSE_CHARGE) {
        category.addTaxExemptionReason(new TaxExemptionReasonType("The buyer pays the tax"));
      }
      total.addTaxSubtotal(part);
    }
    return total;
  }

  private MonetaryTotalType total() {
    MonetaryTotalType total = new MonetaryTotalType();
    total.setLineExtensionAmount(PintLine.plain(invoice.net().amount())).setCurrencyID(currency);
    total.setTaxExclusiveAmount(PintLine.plain(invoice.net().amount())).setCurrencyID(currency);
    total.setTaxInclusiveAmount(PintLine.plain(invoice.total().amount())).setCurrencyID(currency);
    total.setPayableAmount(PintLine.plain(invoice.total().amount())).setCurrencyID(currency);
    return total;
  }
}
