package org.yuzuri.architecture.violations.portal.web.order;

import org.yuzuri.architecture.violations.yuzuri.portal.left.inner.Inner;

/** A page that comes in by the door for features. */
public class BackDoorBean {
  Inner inner;
}
