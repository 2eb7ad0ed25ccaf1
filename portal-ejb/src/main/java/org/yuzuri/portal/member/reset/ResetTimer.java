package org.yuzuri.portal.member.reset;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.platform.Attempts;

/** Sends the links that were asked for, apart from the answer to who asked. */
@Singleton
public class ResetTimer {

  private static final String JOB = "forgotten passwords";

  @Inject AsSystem asSystem;
  @Inject ResetService resets;

  /** Every two seconds; on several nodes at once it is harmless: the wishes are locked. */
  @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false, info = JOB)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void run() {
    Attempts.tick(
        "links for forgotten passwords were not sent; tried again in two seconds",
        () -> asSystem.run(JOB, resets::grantWishes));
  }
}
