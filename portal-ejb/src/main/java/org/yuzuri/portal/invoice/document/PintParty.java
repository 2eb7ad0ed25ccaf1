package org.yuzuri.portal.invoice.document;

import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.AddressLineType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.AddressType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.CountryType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyLegalEntityType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyNameType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyTaxSchemeType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxSchemeType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.EndpointIDType;
import org.yuzuri.portal.invoice.InvoiceDraft;

/** The two parties of an invoice in XML. */
final class PintParty {

  /** Electronic address scheme: a number of issuers of qualified invoices. Source: Peppol EAS. */
  private static final String REGISTRATION_NUMBER = "0221";

  static PartyType seller(InvoiceDraft.Parties parties) {
    PartyType party =
        party(
            REGISTRATION_NUMBER, parties.registration(), parties.issuer(), parties.issuerAddress());
    PartyTaxSchemeType tax = new PartyTaxSchemeType();
    tax.setCompanyID(parties.registration());
    tax.setTaxScheme(scheme());
    party.addPartyTaxScheme(tax);
    return party;
  }

  /**
   * Who gets it.
   *
   * @param endpoint its address in the Peppol network, scheme and value as {@code
   *     0188:8000012010038}; empty when it has none
   */
  static PartyType buyer(InvoiceDraft.Parties parties, String endpoint) {
    int colon = endpoint.indexOf(':');
    return party(
        endpoint.substring(0, Math.max(0, colon)),
        endpoint.substring(colon + 1),
        parties.buyer(),
        parties.buyerAddress());
  }

  /** Consumption tax is coded as VAT. Source: JP PINT 1.1.2, aligned-ibr-jp-03. */
  static TaxSchemeType scheme() {
    TaxSchemeType scheme = new TaxSchemeType();
    scheme.setID("VAT");
    return scheme;
  }

  private static PartyType party(String scheme, String endpoint, String name, String lines) {
    PartyType party = new PartyType();
    if (!endpoint.isEmpty()) {
      EndpointIDType id = new EndpointIDType();
      id.setSchemeID(scheme);
      id.setValue(endpoint);
      party.setEndpointID(id);
    }
    PartyNameType called = new PartyNameType();
    called.setName(name);
    party.addPartyName(called);
    party.setPostalAddress(address(lines));
    PartyLegalEntityType entity = new PartyLegalEntityType();
    entity.setRegistrationName(name);
    party.addPartyLegalEntity(entity);
    return party;
  }

  private static AddressType address(String lines) {
    AddressType address = new AddressType();
    String[] all = lines.split("\n", 3);
    if (!all[0].isBlank()) {
      address.setStreetName(all[0]);
    }
    if (all.length > 1) {
      address.setAdditionalStreetName(all[1]);
    }
    if (all.length > 2) {
      AddressLineType rest = new AddressLineType();
      rest.setLine(all[2].replace('\n', ' '));
      address.addAddressLine(rest);
    }
    CountryType country = new CountryType();
    country.setIdentificationCode("JP");
    address.setCountry(country);
    return address;
  }

  private PintParty() {}
}
