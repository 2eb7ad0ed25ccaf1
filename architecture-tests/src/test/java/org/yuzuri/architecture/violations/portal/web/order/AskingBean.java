package org.yuzuri.architecture.violations.portal.web.order;

import org.yuzuri.architecture.violations.portal.order.OrderKeeper;

/** A page's bean that asks again at every look. */
public class AskingBean {

  OrderKeeper keeper;

  /** How many there are. */
  public String getCount() {
    return String.valueOf(count());
  }

  private int count() {
    return keeper.size();
  }
}
