package org.yuzuri.portal.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuzuri.portal.platform.ProblemException;

class SigningRequestTest {

  @Test
  void theSameKeyHasTheSameHashInTwoRequests() {
    KeyPair pair = Authority.newKeyPair();

    assertThat(SigningRequest.of(Requests.of(pair)).keyHash())
        .isEqualTo(SigningRequest.of(Requests.of(pair)).keyHash());
  }

  @Test
  void aRequestForSomebodyElsesKeyIsRefused() {
    String stolen = Requests.signedByAnother(Authority.newKeyPair(), Authority.newKeyPair());

    refused(PkiProblem.POSSESSION_NOT_PROVED, () -> SigningRequest.of(stolen));
  }

  @Test
  void weakKeysAreRefused() {
    refused(
        PkiProblem.KEY_TOO_WEAK,
        () -> SigningRequest.of(Requests.of(Requests.keyPair("RSA", 2048))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"secp256r1", "secp384r1", "secp521r1"})
  void nistCurvesFrom256BitsAreAccepted(String curve) {
    assertThat(SigningRequest.of(Requests.of(Requests.ecKeyPair(curve))).keyHash()).hasSize(64);
  }

  @Test
  void ed25519IsAccepted() {
    assertThat(SigningRequest.of(Requests.of(Requests.keyPair("Ed25519"))).keyHash()).hasSize(64);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no PEM",
        "-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----\n",
        "-----BEGIN CERTIFICATE REQUEST-----\nbroken off"
      })
  void whatIsNoRequestIsRefused(String text) {
    refused(PkiProblem.REQUEST_UNREADABLE, () -> SigningRequest.of(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"secp384r1", "secp521r1"})
  void aServerIsCertifiedOnP256Only(String curve) {
    refused(
        PkiProblem.KEY_NOT_P256,
        () -> SigningRequest.ofServer(Requests.of(Requests.ecKeyPair(curve))));
  }

  @Test
  void aServerIsCertifiedWithNoOtherKindOfKey() {
    refused(
        PkiProblem.KEY_NOT_P256,
        () -> SigningRequest.ofServer(Requests.of(Requests.keyPair("RSA", 3072))));
    refused(
        PkiProblem.KEY_NOT_P256,
        () -> SigningRequest.ofServer(Requests.of(Requests.keyPair("Ed25519"))));
    String stolen = Requests.signedByAnother(Authority.newKeyPair(), Authority.newKeyPair());
    refused(PkiProblem.POSSESSION_NOT_PROVED, () -> SigningRequest.ofServer(stolen));
  }

  @Test
  void aRequestThatIsTooLargeIsNotEvenRead() {
    String huge = Requests.fresh() + "\n".repeat(16_384);

    refused(PkiProblem.REQUEST_UNREADABLE, () -> SigningRequest.of(huge));
  }

  @Test
  void aCertificateIsNoRequest() {
    Authority authority = Authority.selfSigned(CertificateProfile.TRANSFER, "CA", PkiClock.NOW);

    refused(
        PkiProblem.REQUEST_UNREADABLE, () -> SigningRequest.of(Pem.of(authority.certificate())));
  }

  private static void refused(PkiProblem why, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ProblemException.class, problem -> assertThat(problem.code()).isEqualTo(why));
  }
}
