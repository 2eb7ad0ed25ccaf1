package org.yuzuri.portal.login;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.platform.Attempts;

/** Removes budgets that count no more. */
@Singleton
public class LoginBudgetTimer {

  @Inject AsSystem asSystem;
  @Inject LoginBudgetService budgets;

  /** Once an hour; on several nodes at once it is harmless. */
  @Schedule(hour = "*", minute = "41", persistent = false, info = "old login budgets")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void run() {
    Attempts.tick(
        "old login budgets were not removed; tried again in an hour",
        () -> asSystem.run("old login budgets", budgets::forgetOld));
  }
}
