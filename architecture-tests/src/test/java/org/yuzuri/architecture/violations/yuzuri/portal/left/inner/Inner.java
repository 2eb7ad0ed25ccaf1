package org.yuzuri.architecture.violations.yuzuri.portal.left.inner;

import jakarta.enterprise.context.ApplicationScoped;
import org.yuzuri.architecture.violations.yuzuri.portal.left.LeftRow;

/** The other half of the cycle inside a feature; a bean that no page should see. */
@ApplicationScoped
public class Inner {
  LeftRow row;
}
