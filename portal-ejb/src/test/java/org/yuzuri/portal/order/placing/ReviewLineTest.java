package org.yuzuri.portal.order.placing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yuzuri.settings.plan.Origin;
import org.yuzuri.settings.plan.PlanLine;

class ReviewLineTest {

  private static final PlanLine LANGUAGE = line(1, "lang en_US.UTF-8", Origin.TENANT);
  private static final PlanLine NETWORK =
      new PlanLine(
          2, "network --device=link", Origin.LENDER, Optional.of("network --bootproto=dhcp"));
  private static final PlanLine HOOK = line(3, "%pre", Origin.LENDER);

  @Test
  void whatTheLenderReplacedStandsBesideWhatTheTenantWrote() {
    List<ReviewLine> lines =
        ReviewLine.of(
            "lang en_US.UTF-8\nnetwork --bootproto=dhcp\n", List.of(LANGUAGE, NETWORK, HOOK));

    assertThat(lines)
        .containsExactly(
            new ReviewLine(1, "lang en_US.UTF-8", true, Optional.of(LANGUAGE)),
            new ReviewLine(2, "network --bootproto=dhcp", false, Optional.of(NETWORK)),
            new ReviewLine(0, "", false, Optional.of(HOOK)));
  }

  @Test
  void everyLineOfThePlanIsThereOnceAndInOrder() {
    List<PlanLine> plan = List.of(LANGUAGE, NETWORK, HOOK);

    assertThat(ReviewLine.of("%pre\nlang en_US.UTF-8\n", plan).stream())
        .flatExtracting(line -> line.merged().stream().toList())
        .isEqualTo(plan);
  }

  @Test
  void withoutAPlanNothingOfTheTenantsIsCalledReplaced() {
    assertThat(ReviewLine.of("lang en_US.UTF-8\n", List.of()))
        .containsExactly(new ReviewLine(1, "lang en_US.UTF-8", true, Optional.empty()));
  }

  private static PlanLine line(int number, String text, Origin origin) {
    return new PlanLine(number, text, origin, Optional.empty());
  }
}
