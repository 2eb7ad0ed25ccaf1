package org.yuzuri.portal.invoice.credit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.money.Money;
import org.yuzuri.portal.invoice.LineDraft;
import org.yuzuri.portal.platform.Problems;

/**
 * What of an invoice is to be taken back, as it was typed.
 *
 * @param line its number on the invoice, from 1
 * @param amount without tax, such as {@code 1200} or {@code 12.50}; empty for all that is left of
 *     the line
 * @param reason 1 to 500 characters in one line; it is printed
 * @param billAnew whether the next run of that month or a later one bills what is right
 */
public record PartDraft(String line, String amount, String reason, boolean billAnew) {

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
  private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,6})?");

  /** Without blanks around. */
  public PartDraft {
    line = line.strip();
    amount = amount.strip();
    reason = reason.strip();
  }

  /**
   * The credit note's line.
   *
   * @param lines of the invoice
   * @param taken what was taken back from them, by position
   * @throws org.yuzuri.portal.platform.ProblemException INVALID_VALUE of each field that is wrong
   */
  LineDraft of(List<LineDraft> lines, Map<Integer, BigDecimal> taken) {
    Problems problems = new Problems();
    CreditReason.check(problems, "credit.partReason", reason);
    int position = NUMBER.matcher(line).matches() ? Integer.parseInt(line) : 0;
    LineDraft found = position < 1 || position > lines.size() ? null : lines.get(position - 1);
    Money left = found == null ? null : left(found, taken.get(position));
    problems.unless(
        left != null && left.amount().signum() > 0,
        "credit.line",
        line,
        "a line of 1 to " + lines.size() + " of which something is left");
    problems.unless(
        amount.isEmpty() || AMOUNT.matcher(amount).matches(),
        "credit.amount",
        amount,
        "a number such as 1200 or 12.50");
    problems.refuse();
    return part(Objects.requireNonNull(found), Objects.requireNonNull(left), position);
  }

  private LineDraft part(LineDraft of, Money left, int position) {
    Money part = amount.isEmpty() ? left : new Money(new BigDecimal(amount), left.currency());
    int digits = Math.max(0, left.currency().getDefaultFractionDigits());
    Problems problems = new Problems();
    problems.unless(
        part.amount().signum() > 0
            && part.amount().compareTo(left.amount()) <= 0
            && part.amount().stripTrailingZeros().scale() <= digits,
        "credit.amount",
        amount,
        "more than 0 and at most "
            + left.amount().stripTrailingZeros().toPlainString()
            + ", with at most "
            + digits
            + " digits behind the point");
    problems.refuse();
    boolean whole = part.amount().compareTo(of.net().amount()) == 0;
    return whole ? of.takenBack(billAnew, position) : of.partTakenBack(part, billAnew, position);
  }

  private static Money left(LineDraft line, @Nullable BigDecimal taken) {
    return taken == null ? line.net() : line.net().minus(new Money(taken, line.net().currency()));
  }
}
