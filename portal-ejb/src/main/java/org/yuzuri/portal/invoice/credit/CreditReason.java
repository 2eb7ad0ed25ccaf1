package org.yuzuri.portal.invoice.credit;

import org.yuzuri.portal.platform.Problems;

/** Why something is taken back; it is printed. */
final class CreditReason {

  private static final int LONGEST = 500;

  /** Adds INVALID_VALUE of the field unless it is 1 to 500 characters in one line. */
  static void check(Problems problems, String field, String reason) {
    problems.unless(
        !reason.isEmpty()
            && reason.length() <= LONGEST
            && reason.chars().noneMatch(Character::isISOControl),
        field,
        reason,
        "1 to 500 characters in one line");
  }

  private CreditReason() {}
}
