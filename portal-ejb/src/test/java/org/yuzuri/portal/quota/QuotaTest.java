package org.yuzuri.portal.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotaTest {

  private static final long GIB = 1L << 30;

  @Test
  void defaultIsTheEnvironmentsOrTheUsualNumber() {
    assertThat(Quota.SERVERS_IN_PREPARATION.byDefault(null)).isEqualTo(10);
    assertThat(Quota.SERVERS_IN_PREPARATION.byDefault("")).isEqualTo(10);
    assertThat(Quota.IMAGE_BYTES.byDefault("0")).isZero();
    assertThat(Quota.IMAGE_BYTES.byDefault("100000")).isEqualTo(100_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "ten", "1.5", "100001", "99999999999999999999"})
  void whatIsNoNumberIsRefusedByItsName(String text) {
    assertThatThrownBy(() -> Quota.IMAGES.byDefault(text))
        .hasMessageContaining("PORTAL_QUOTA_IMAGES")
        .hasMessageContaining(text);
  }

  @Test
  void whatFitsExactlyMayComeAndOneMoreMayNot() {
    QuotaUse use = new QuotaUse(Quota.IMAGES, 48, 50);

    assertThatCode(() -> use.check(2)).doesNotThrowAnyException();
    assertThatThrownBy(() -> use.check(3))
        .hasMessage("OVER_QUOTA: quotaImages = 48 + 3, expected 50");
  }

  @Test
  void bytesAreToldInGibAndNeverAsNothing() {
    assertThatThrownBy(() -> new QuotaUse(Quota.IMAGE_BYTES, GIB * 3 / 2, 2 * GIB).check(GIB))
        .hasMessage("OVER_QUOTA: quotaImageGib = 1.5 + 1.0, expected 2");
    assertThat(new QuotaUse(Quota.IMAGE_BYTES, 1, GIB).usedText()).isEqualTo("0.1");
  }

  @Test
  void whoHasMoreThanIsAllowedByNowHasNothingLeft() {
    QuotaUse use = new QuotaUse(Quota.SERVERS, 7, 5);

    assertThat(use.left()).isZero();
    assertThat(use.refusal(0)).isEmpty();
    assertThat(use.refusal(1)).isPresent();
  }
}
