package org.yuzuri.settings.syntax;

/** A line ends inside a quotation or after a backslash. */
public final class UnbalancedQuoteException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int column;

  UnbalancedQuoteException(int column) {
    super("quotation opened in column " + column + " is not closed", null, false, false);
    this.column = column;
  }

  /** Where the quotation starts, from 1. */
  public int column() {
    return column;
  }
}
