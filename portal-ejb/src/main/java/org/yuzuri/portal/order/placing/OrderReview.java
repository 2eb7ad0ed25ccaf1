package org.yuzuri.portal.order.placing;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.money.Money;
import org.yuzuri.portal.price.Price;
import org.yuzuri.portal.quota.QuotaUse;
import org.yuzuri.settings.finding.Finding;

/**
 * What a tenant sees before it confirms: the merged plan for one of the servers, what there is to
 * say about it, and what stands in the way.
 *
 * @param reviewed what placing has to bring back
 * @param freeServers servers of the offer that are free now
 * @param price of all servers together
 * @param total of all servers for the whole period, set-up included, without tax; null for an open
 *     end
 * @param identityByPort whether some of the offer's servers are known by their network port only
 * @param lines the tenant's text beside the merged one; without the latter when no server is free
 * @param findings what there is to say about the settings
 * @param strict whether a warning about the settings, too, stands in the way
 * @param handOverAfter how long the hand-over is expected to take
 * @param quotas what the tenant has at once, and may have
 * @param refusals why it cannot be placed now; empty when it can
 */
public record OrderReview(
    ReviewedOrder reviewed,
    int freeServers,
    Price price,
    @Nullable Money total,
    boolean identityByPort,
    List<ReviewLine> lines,
    List<Finding> findings,
    boolean strict,
    Duration handOverAfter,
    List<QuotaUse> quotas,
    List<Refusal> refusals) {

  /**
   * One reason.
   *
   * @param rule stable name; text {@code problem.RULE}
   * @param field what it is about
   * @param value what was found
   * @param expected what would do
   */
  public record Refusal(String rule, String field, String value, String expected) {}

  /** Copies. */
  public OrderReview {
    lines = List.copyOf(lines);
    findings = List.copyOf(findings);
    quotas = List.copyOf(quotas);
    refusals = List.copyOf(refusals);
  }

  /** Whether there is a merged text. */
  public boolean isMerged() {
    return lines.stream().anyMatch(line -> line.merged().isPresent());
  }

  /** Whether it can be placed. */
  public boolean isPossible() {
    return refusals.isEmpty();
  }
}
