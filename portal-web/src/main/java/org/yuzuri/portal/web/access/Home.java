package org.yuzuri.portal.web.access;

import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.Permissions;

/** Where the portal begins for somebody. */
final class Home {

  private static final String DASHBOARD = "/dashboard.xhtml";
  private static final String ORDERS = "/index.xhtml";

  private Home() {}

  /** Who runs the servers begins with what they need; everybody else with orders. */
  static String of(CurrentSubject subject) {
    return subject.may(Permissions.SERVER_READ) ? DASHBOARD : ORDERS;
  }
}
