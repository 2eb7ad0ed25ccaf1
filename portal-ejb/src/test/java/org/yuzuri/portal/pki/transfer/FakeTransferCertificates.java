package org.yuzuri.portal.pki.transfer;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.pki.Authority;
import org.yuzuri.portal.pki.CertificateProfile;
import org.yuzuri.portal.pki.Pem;
import org.yuzuri.portal.pki.PkiClock;
import org.yuzuri.portal.pki.PkiProblem;
import org.yuzuri.portal.pki.SigningRequest;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.transfer.boot.CertificateDesk;
import org.yuzuri.wire.value.Sha256;

/** One tenant's transfer CA in memory: everything real but the table. */
public final class FakeTransferCertificates implements CertificateDesk {

  private final Authority authority =
      Authority.selfSigned(CertificateProfile.TRANSFER, "Transfer CA", PkiClock.NOW);
  private final Map<String, X509CertificateHolder> issued = new HashMap<>();

  @Override
  public String certify(long tenantId, String commonName, String csr, Duration life) {
    SigningRequest request = SigningRequest.ofServer(csr);
    X509CertificateHolder certificate =
        issued.computeIfAbsent(
            commonName,
            name ->
                authority.issue(
                    CertificateProfile.SERVER, name, request.key(), PkiClock.NOW, life, List.of()));
    if (!certificate.getSubjectPublicKeyInfo().equals(request.key())) {
      throw new ProblemException(PkiProblem.OTHER_KEY_CERTIFIED, "csr", "another", "the first");
    }
    return Pem.of(certificate);
  }

  @Override
  public Sha256 keyOf(String csr) {
    return TransferCertificates.keyOf(csr);
  }

  @Override
  public boolean vouches(long tenantId, String commonName, String csr, @Nullable String vouch) {
    return Optional.ofNullable(issued.get(commonName))
        .filter(certificate -> Vouch.isOf(certificate, csr, vouch))
        .isPresent();
  }

  @Override
  public String seal(long tenantId, String commonName, String text) {
    return SealedText.of(text, Optional.ofNullable(issued.get(commonName)).orElseThrow());
  }

  /** Names that a key is certified under. */
  public List<String> names() {
    return issued.keySet().stream().sorted().toList();
  }
}
