package org.yuzuri.portal.login;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.portal.access.AsSystem;

/** Removes budgets that count no more. */
@Singleton
public class LoginBudgetTimer {

  private static final Logger log = LoggerFactory.getLogger(LoginBudgetTimer.class);

  @Inject AsSystem asSystem;
  @Inject LoginBudgetService budgets;

  /** Once an hour; on several nodes at once it is harmless. */
  @Schedule(hour = "*", minute = "41", persistent = false, info = "old login budgets")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void run() {
    try {
      asSystem.run("old login budgets", budgets::forgetOld);
    } catch (RuntimeException failed) {
      // The tick's edge: the next tick tries again.
      log.error("old login budgets were not removed; tried again in an hour", failed);
    }
  }
}
