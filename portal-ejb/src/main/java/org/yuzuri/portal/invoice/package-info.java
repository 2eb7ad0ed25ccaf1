/**
 * Invoices and credit notes: written once, with numbers that have no gaps, and what is owed of
 * them.
 *
 * <p>{@link org.yuzuri.portal.invoice.Invoices} is the door for other features, {@code
 * InvoiceService} in {@code view} the one for people. INVARIANTS, which the database keeps, too: a
 * document that was issued never changes; its lines sum up to it; nobody gets a number whose
 * document is not kept.
 */
@NullMarked
package org.yuzuri.portal.invoice;

import org.jspecify.annotations.NullMarked;
