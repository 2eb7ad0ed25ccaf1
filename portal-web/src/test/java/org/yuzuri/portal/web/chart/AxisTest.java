package org.yuzuri.portal.web.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AxisTest {

  @Test
  void marksAreRoundAndHaveRoomForEveryNumber() {
    assertThat(Axis.of(3, 47).marks()).containsExactly(0.0, 10.0, 20.0, 30.0, 40.0, 50.0);
    assertThat(Axis.of(1_234_567).marks()).startsWith(0.0, 500_000.0).endsWith(1_500_000.0);
    assertThat(Axis.of(0.04).share(0.04)).isEqualTo(1.0);
  }

  @Test
  void whatIsBelowZeroIsOnIt() {
    Axis axis = Axis.of(-30, 80);

    assertThat(axis.marks()).startsWith(-40.0).contains(0.0).endsWith(80.0);
    assertThat(axis.share(-40)).isZero();
  }

  @Test
  void nothingButZerosStandAtItsBeginning() {
    assertThat(Axis.of(0, 0).marks()).containsExactly(0.0, 1.0);
    assertThat(Axis.of().share(0)).isZero();
  }
}
