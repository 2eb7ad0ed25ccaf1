package org.yuzuri.portal.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenantLimitsTest {

  @Test
  void defaultIsTheEnvironmentsOrTen() {
    assertThat(TenantLimits.parse(null)).isEqualTo(10);
    assertThat(TenantLimits.parse("")).isEqualTo(10);
    assertThat(TenantLimits.parse("0")).isZero();
    assertThat(TenantLimits.parse("100000")).isEqualTo(100_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "ten", "1.5", "100001", "99999999999999999999"})
  void whatIsNoNumberIsRefusedByItsName(String text) {
    assertThatThrownBy(() -> TenantLimits.parse(text))
        .hasMessageContaining("PORTAL_SERVERS_IN_PREPARATION")
        .hasMessageContaining(text);
  }
}
