package org.yuzuri.portal.web.access;

import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.Permissions;

/** Where the portal begins for somebody. */
final class Home {

  private static final String DASHBOARD = "/dashboard.xhtml";
  private static final String ORDERS = "/order/list.xhtml";
  private static final String INVOICES = "/invoice/list.xhtml";
  private static final String COSTS = "/cost/list.xhtml";
  private static final String FOR_WHOM_IT_IS_NOT_KNOWN = "/index.xhtml";

  private Home() {}

  /**
   * Who runs the servers begins with what they need, who sends bills with those, who pays them with
   * what it costs, and everybody else with orders.
   */
  static String of(CurrentSubject subject) {
    if (!subject.isPresent()) {
      return FOR_WHOM_IT_IS_NOT_KNOWN;
    }
    if (subject.may(Permissions.SERVER_READ)) {
      return DASHBOARD;
    }
    if (subject.may(Permissions.INVOICE_WRITE)) {
      return INVOICES;
    }
    boolean onlyPays = subject.may(Permissions.COST_READ) && !subject.may(Permissions.ORDER_PLACE);
    return onlyPays ? COSTS : ORDERS;
  }
}
