package org.yuzuri.architecture.violations.yuzuri.portal.again;

import jakarta.ejb.Stateless;

/** A service of the same name as another, which asks for no permission either. */
@Stateless
public class LonelyService {

  /** What it would do. */
  public void wait(String forSomebody) {}
}
