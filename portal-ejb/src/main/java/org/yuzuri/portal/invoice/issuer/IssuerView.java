package org.yuzuri.portal.invoice.issuer;

/**
 * What is entered about who issues invoices, and the rules.
 *
 * @param version rises with each change of the issuer, not of the rules; a change names the one
 *     that it was typed over
 */
public record IssuerView(int version, IssuerDraft issuer, PolicyDraft policy) {}
