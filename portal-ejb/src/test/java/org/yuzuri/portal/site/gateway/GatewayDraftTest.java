package org.yuzuri.portal.site.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.site.SiteProblem;

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
    "aes128gcm16-prfsha1-ecp256",
    "aes128gcm16-prfmd5-ecp256",
    "aes128gcm16-prfsha256-modp768",
    "aes128gcm16-prfsha256-modp1024",
    "aes128gcm16-prfsha256-modp2048",
    "aes128gcm8-prfsha256-ecp256",
    "aes128gcm16-prfsha256",
    "aes128gcm16-prfsha256-ecp256-modp1024",
    "'aes128gcm16-prfsha256-ecp256,3des-sha1-modp1024'",
    "aes128gcm16-ecp256 null",
    "aes128gcm16-ecp256;id=x"
  })
  void weakOrCraftedProposalsAreRefused(String proposals) {
    GatewayDraft draft =
        new GatewayDraft("A", "203.0.113.10", "10.30.0.0/16", "10.30.1.0/24", 22, proposals, null);

    assertThatThrownBy(draft::check).hasMessageContaining("ikeProposals");
  }

  @ParameterizedTest
  @CsvSource({
    "aes128gcm16",
    "chacha20poly1305",
    "aes128gcm16-modp1024",
    "aes128gcm16-sha1-ecp256",
    "3des-md5-ecp256"
  })
  void espWithoutForwardSecrecyOrWithWeakPartsIsRefused(String proposals) {
    GatewayDraft draft =
        new GatewayDraft("A", "203.0.113.10", "10.30.0.0/16", "10.30.1.0/24", 22, null, proposals);

    assertThatThrownBy(draft::check)
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.code()).isEqualTo(SiteProblem.WEAK_PROPOSALS);
              assertThat(problem.field()).isEqualTo("espProposals");
              assertThat(problem.value()).isEqualTo(proposals);
              assertThat(problem.expected()).isEqualTo(GatewayDraft.DEFAULT_ESP);
            });
  }

  @Test
  void strongProposalsMayBeSeveral() {
    GatewayDraft draft =
        new GatewayDraft(
            "A",
            "203.0.113.10",
            "10.30.0.0/16",
            "10.30.1.0/24",
            22,
            "aes256gcm16-prfsha384-ecp384,chacha20poly1305-prfsha256-curve25519",
            "aes256gcm16-ecp384,aes128gcm16-modp3072,chacha20poly1305-curve25519");

    assertThatCode(draft::check).doesNotThrowAnyException();
  }

  private static GatewayDraft draft(String outside, String range, String pool, int port) {
    return new GatewayDraft("Gateway A", outside, range, pool, port, null, null);
  }
}
