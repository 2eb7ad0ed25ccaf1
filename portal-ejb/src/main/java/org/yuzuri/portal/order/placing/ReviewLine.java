package org.yuzuri.portal.order.placing;

import java.util.List;
import java.util.Optional;
import org.yuzuri.portal.settings.ComparedLine;
import org.yuzuri.portal.settings.TextComparison;
import org.yuzuri.settings.plan.PlanLine;

/**
 * One line of a review: what the tenant wrote, and what stands there in the merged text.
 *
 * @param ownNumber number of the tenant's line, from 1; 0 when it wrote none here
 * @param own the tenant's line; empty when it wrote none here
 * @param kept whether the installer gets the tenant's line as it is
 * @param merged the merged line; empty when none stands here
 */
public record ReviewLine(int ownNumber, String own, boolean kept, Optional<PlanLine> merged) {

  /** Both texts side by side; without a plan the tenant's alone. */
  static List<ReviewLine> of(String ownText, List<PlanLine> plan) {
    List<String> own = ownText.lines().toList();
    List<String> merged = plan.stream().map(PlanLine::text).toList();
    return TextComparison.of(own, merged).stream().map(line -> of(line, plan)).toList();
  }

  private static ReviewLine of(ComparedLine line, List<PlanLine> plan) {
    Optional<PlanLine> merged =
        line.newerNumber() == 0 ? Optional.empty() : Optional.of(plan.get(line.newerNumber() - 1));
    return new ReviewLine(
        line.olderNumber(), line.older(), plan.isEmpty() || !line.differs(), merged);
  }
}
