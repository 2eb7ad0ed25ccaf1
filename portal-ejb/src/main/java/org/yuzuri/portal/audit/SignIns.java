package org.yuzuri.portal.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.access.RequestSource;
import org.yuzuri.portal.access.SignedIn;

/**
 * Log-ins and log-outs, as the trail keeps them. A log-in that cannot be written does not happen.
 */
@ApplicationScoped
public class SignIns {

  @Inject AsSystem asSystem;
  @Inject AuditWriteService service;

  /** Somebody has logged in. */
  public void began(SignedIn who) {
    write(who, "login.succeeded");
  }

  /** Somebody's session was ended, by themselves or because the account is another. */
  public void ended(SignedIn who) {
    write(who, "login.ended");
  }

  private void write(SignedIn who, String action) {
    asSystem.run(
        who.actor(),
        () ->
            service.write(who.tenantId(), RequestSource.current(), action, who.actor().name(), ""));
  }
}
