package org.yuzuri.portal.platform.together;

import jakarta.ejb.Stateless;
import org.apache.shiro.authz.annotation.RequiresAuthentication;

/**
 * Reads what several services have to say for one page in one transaction: what they share is read
 * once. Transaction: required.
 */
@Stateless
public class TogetherService {

  /**
   * Reads; each service that is asked judges the subject as ever.
   *
   * @param page asks services and changes nothing
   */
  @RequiresAuthentication
  public void read(Runnable page) {
    page.run();
  }
}
