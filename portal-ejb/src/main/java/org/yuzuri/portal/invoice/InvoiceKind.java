package org.yuzuri.portal.invoice;

/** What a document is. */
public enum InvoiceKind {
  /** 適格請求書: what a tenant owes. */
  INVOICE("", 1),
  /** 適格返還請求書: what it is given back; all its amounts are negative. */
  CREDIT_NOTE("CN", -1);

  private final String series;
  private final int sign;

  InvoiceKind(String series, int sign) {
    this.series = series;
    this.sign = sign;
  }

  /** Letters before the year in its numbers; empty for none. */
  public String series() {
    return series;
  }

  /** 1, or -1 when what a reader of the document sees is the amount's opposite. */
  public int sign() {
    return sign;
  }
}
