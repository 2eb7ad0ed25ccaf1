package org.yuzuri.architecture.violations.portal.web.order;

import org.yuzuri.architecture.violations.portal.order.OrderRow;
import org.yuzuri.wire.WireCodec;

/** A page that holds an entity and speaks the daemons' protocol. */
public class OrderBean {
  OrderRow row;
  WireCodec codec;
}
