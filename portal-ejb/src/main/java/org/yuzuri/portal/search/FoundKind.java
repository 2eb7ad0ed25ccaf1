package org.yuzuri.portal.search;

/** What sort of thing was found, and where it is shown; text {@code search.kind.NAME}. */
public enum FoundKind {
  /** A server of the pool. */
  SERVER("/server/view.xhtml?id="),
  /** A lease. */
  LEASE("/lease/view.xhtml?id="),
  /** An order. */
  ORDER("/order/view.xhtml?id="),
  /** A user company. */
  TENANT("/tenant/view.xhtml?id="),
  /** A daemon of either site, as operators see it. */
  DAEMON("/daemon/view.xhtml?id="),
  /** A tenant's own gateway. */
  GATEWAY("/gateway/view.xhtml?id="),
  /** A boot image. */
  IMAGE("/image/view.xhtml?id="),
  /** A tenant's install settings. */
  SETTINGS("/settings/edit.xhtml?id=");

  private final String page;

  FoundKind(String page) {
    this.page = page;
  }

  String page(long id) {
    return page + id;
  }
}
