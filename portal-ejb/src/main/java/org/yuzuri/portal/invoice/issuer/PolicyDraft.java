package org.yuzuri.portal.invoice.issuer;

import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.platform.Problems;

/**
 * By which rules this datacenter bills.
 *
 * @param twoPersons whether who started a run may not issue it
 * @param reminderDays a tenant is reminded so many days after an invoice was due, and again after
 *     as many, three times at most; 1 to 60, null for never
 * @param suspendDays a tenant that owes an invoice for so many days is suspended; 7 to 365, null
 *     for never
 */
public record PolicyDraft(
    boolean twoPersons, @Nullable Integer reminderDays, @Nullable Integer suspendDays) {

  /** A tenant is told so many days before it is suspended. */
  public static final int WARNING_DAYS = 7;

  private static final int MOST_REMINDER_DAYS = 60;
  private static final int MOST_SUSPEND_DAYS = 365;

  /** Nothing but invoices: what holds until somebody says otherwise. */
  static final PolicyDraft NONE = new PolicyDraft(false, null, null);

  /**
   * Checks the numbers.
   *
   * @throws org.yuzuri.portal.platform.ProblemException INVALID_VALUE, for each that is wrong
   */
  void check() {
    Problems problems = new Problems();
    problems.unless(
        isWithin(reminderDays, 1, MOST_REMINDER_DAYS),
        "policy.reminderDays",
        String.valueOf(reminderDays),
        "1 to 60, or empty for never");
    problems.unless(
        isWithin(suspendDays, WARNING_DAYS, MOST_SUSPEND_DAYS),
        "policy.suspendDays",
        String.valueOf(suspendDays),
        "7 to 365, or empty for never");
    problems.refuse();
  }

  private static boolean isWithin(@Nullable Integer days, int least, int most) {
    return days == null || (days >= least && days <= most);
  }
}
