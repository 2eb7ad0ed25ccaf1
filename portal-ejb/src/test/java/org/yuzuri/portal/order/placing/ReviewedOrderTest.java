package org.yuzuri.portal.order.placing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.order.OrderProblem;
import org.yuzuri.portal.platform.ProblemCode;

class ReviewedOrderTest {

  @Test
  void identityByPortIsOrderedOnlyByWhoWasToldOfIt() {
    assertThat(change(seen(false), seen(true))).contains(OrderProblem.IDENTITY_CHANGED);
    assertThat(change(seen(true), seen(true))).isEmpty();
    assertThat(change(seen(true), seen(false))).isEmpty();
    assertThat(change(seen(false), seen(false))).isEmpty();
  }

  @Test
  void pageBringsBackWhatWasReviewed() {
    assertThat(ReviewedOrder.of(seen(true).text())).isEqualTo(seen(true));
    assertThat(ReviewedOrder.of(seen(false).text())).isEqualTo(seen(false));
  }

  private static Optional<ProblemCode> change(ReviewedOrder reviewed, ReviewedOrder now) {
    return reviewed.changedTo(now).map(problem -> problem.code());
  }

  private static ReviewedOrder seen(boolean identityByPort) {
    return new ReviewedOrder(
        7,
        1,
        BigDecimal.TEN,
        "JPY",
        identityByPort,
        "a".repeat(64),
        "b".repeat(64),
        3,
        "c".repeat(64));
  }
}
