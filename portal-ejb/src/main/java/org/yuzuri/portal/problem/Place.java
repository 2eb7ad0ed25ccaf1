package org.yuzuri.portal.problem;

/** What sort of thing a problem is about, and where operators see it. */
public enum Place {
  /** A daemon of either site. */
  DAEMON("/daemon/view.xhtml?id="),
  /** A server of the pool. */
  SERVER("/server/view.xhtml?id="),
  /** A lease. */
  LEASE("/lease/view.xhtml?id="),
  /** The outbox. */
  MAIL("/mail/list.xhtml?state=FAILED"),
  /** The audit trail. */
  AUDIT("/audit/list.xhtml"),
  /** The comparison after a restore. */
  RECONCILIATION("/server/reconciliation.xhtml"),
  /** Something that has no page. */
  PORTAL("");

  private final String page;

  Place(String page) {
    this.page = page;
  }

  /** The page of the thing with this id, below the portal's root; empty when it has none. */
  public String page(long id) {
    return page.endsWith("=") ? page + id : page;
  }
}
