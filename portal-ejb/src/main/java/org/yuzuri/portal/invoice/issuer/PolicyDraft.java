package org.yuzuri.portal.invoice.issuer;

import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.platform.Problems;

/**
 * By which rules this datacenter bills.
 *
 * @param twoPersons whether who started a run may not issue it
 * @param reminderDays a tenant is reminded so many days after an invoice was due, and again after
 *     as many, three times at most; 1 to 60, null for never
 * @param suspendDays a tenant is suspended so many days after an invoice was due that it still
 *     owes, and told seven days before at least; 7 to 365, null for never
 */
public record PolicyDraft(
    boolean twoPersons, @Nullable Integer reminderDays, @Nullable Integer suspendDays) {

  /** So many days before it is suspended a tenant is told, at least. */
  public static final int WARNING_DAYS = 7;

  private static final int MOST_SUSPEND_DAYS = 365;

  private static final int MOST_REMINDER_DAYS = 60;

  /** All of it in one line: a change says what it was typed over. */
  public String text() {
    return String.join(
        "|", String.valueOf(twoPersons), String.valueOf(reminderDays), String.valueOf(suspendDays));
  }

  /**
   * Checks the numbers.
   *
   * @throws org.yuzuri.portal.platform.ProblemException INVALID_VALUE, for each that is wrong
   */
  void check() {
    Problems problems = new Problems();
    problems.unless(
        reminderDays == null || (reminderDays >= 1 && reminderDays <= MOST_REMINDER_DAYS),
        "policy.reminderDays",
        String.valueOf(reminderDays),
        "1 to 60, or empty for never");
    problems.unless(
        suspendDays == null || (suspendDays >= WARNING_DAYS && suspendDays <= MOST_SUSPEND_DAYS),
        "policy.suspendDays",
        String.valueOf(suspendDays),
        "7 to 365, or empty for never");
    problems.refuse();
  }
}
