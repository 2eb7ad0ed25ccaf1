package org.yuzuri.portal.invoice;

/** What is owed of a document. */
public enum InvoiceState {
  /** Something, and there is time to pay. */
  OPEN,
  /** Something, and its last day of payment has passed. */
  OVERDUE,
  /** Nothing any more: paid, credited, or both. */
  SETTLED,
  /** A credit note: it makes another document's balance less. */
  CREDIT
}
