package org.yuzuri.portal.invoice.issuer;

/**
 * What is entered about who issues invoices, and the rules.
 *
 * @param version rises with each change of either; a change names the one that it was typed over
 */
public record IssuerView(int version, IssuerDraft issuer, PolicyDraft policy) {}
