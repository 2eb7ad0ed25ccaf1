package org.yuzuri.portal.order.placing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuzuri.billing.price.BilledUnit;
import org.yuzuri.billing.price.PartOfMonth;
import org.yuzuri.portal.order.OrderProblem;
import org.yuzuri.portal.platform.ProblemCode;
import org.yuzuri.portal.price.Price;

class ReviewedOrderTest {

  private static final Price PRICE =
      Price.of(
          BilledUnit.MONTH,
          new BigDecimal("12000.5"),
          PartOfMonth.STARTED_DAYS,
          BigDecimal.TEN,
          BigDecimal.ONE,
          new BigDecimal("2.5"),
          "100:2/1000.5:0.25",
          BigDecimal.TEN,
          "JPY");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HOUR,1E9999,0,,0,,0,JPY,",
        "HOUR,12,2,,0,,0,JPY,",
        "HOUR,12,0,,0,,0,QQQ,",
        "WEEK,12,0,,0,,0,JPY,",
        "HOUR,12,0,,0,JPY",
        "HOUR,12,0,,0,-1,0,JPY,",
        "HOUR,12,0,,0,1,1E99,JPY,",
        "HOUR,12,0,,0,,0,JPY",
        "HOUR,12,0,,0,1,0,JPY,10",
        "HOUR,12,0,,0,1,0,JPY,10:1/10:2",
        "HOUR,12,0,,0,1,0,JPY,0:1",
        "HOUR,,0,,0,,0,JPY,"
      })
  void priceThatNoReviewHeldIsRefused(String forged) {
    String text = seen(true).text().replace(PRICE.code(), forged);

    assertThatThrownBy(() -> ReviewedOrder.of(text)).hasMessageContaining("INVALID_VALUE");
  }

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
        7, 1, PRICE, identityByPort, "a".repeat(64), "b".repeat(64), 3, "c".repeat(64));
  }
}
