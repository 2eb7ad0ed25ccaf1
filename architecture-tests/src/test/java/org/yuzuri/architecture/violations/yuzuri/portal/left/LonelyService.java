package org.yuzuri.architecture.violations.yuzuri.portal.left;

import jakarta.ejb.Stateless;

/** A service that asks for no permission, and that nobody calls. */
@Stateless
public class LonelyService {

  /** What it would do. */
  public void wait(String forSomebody) {}
}
