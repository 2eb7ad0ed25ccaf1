package org.yuzuri.portal.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yuzuri.portal.platform.ProblemException;

class GatewayDraftTest {

  @Test
  void theLabsGatewayIsAccepted() {
    GatewayDraft draft = draft("203.0.113.10", "10.30.0.0/16", "10.30.1.0/24", 22);

    assertThatCode(draft::check).doesNotThrowAnyException();
    assertThat(draft.ikeProposals()).isEqualTo(GatewayDraft.DEFAULT_IKE);
  }

  @ParameterizedTest
  @CsvSource({
    "outsideAddress, 203.0.113,    10.30.0.0/16, 10.30.1.0/24, 22",
    "outsideAddress, 10.30.0.1,    10.30.0.0/16, 10.30.1.0/24, 22",
    "range,          203.0.113.10, 10.30.0.1/16, 10.30.1.0/24, 22",
    "pool,           203.0.113.10, 10.30.0.0/16, 10.31.1.0/24, 22",
    "pool,           203.0.113.10, 10.30.1.0/24, 10.30.0.0/16, 22",
    "pool,           203.0.113.10, 10.30.1.0/24, 10.30.1.0/24, 22",
    "pool,           203.0.113.10, 10.30.0.0/16, 10.30.1.0/31, 22",
    "managementPort, 203.0.113.10, 10.30.0.0/16, 10.30.1.0/24, 0",
    "managementPort, 203.0.113.10, 10.30.0.0/16, 10.30.1.0/24, 65536"
  })
  void theWrongFieldIsNamed(String field, String outside, String range, String pool, int port) {
    assertThatThrownBy(() -> draft(outside, range, pool, port).check())
        .isInstanceOfSatisfying(
            ProblemException.class, problem -> assertThat(problem.field()).isEqualTo(field));
  }

  @ParameterizedTest
  @CsvSource({
    "3des-sha1-modp1024",
    "aes128-sha256-modp2048",
    "aes128gcm16-ecp256 null",
    "aes128gcm16-ecp256;id=x"
  })
  void weakOrCraftedProposalsAreRefused(String proposals) {
    GatewayDraft draft =
        new GatewayDraft("A", "203.0.113.10", "10.30.0.0/16", "10.30.1.0/24", 22, proposals, null);

    assertThatThrownBy(draft::check).hasMessageContaining("ikeProposals");
  }

  private static GatewayDraft draft(String outside, String range, String pool, int port) {
    return new GatewayDraft("Gateway A", outside, range, pool, port, null, null);
  }
}
