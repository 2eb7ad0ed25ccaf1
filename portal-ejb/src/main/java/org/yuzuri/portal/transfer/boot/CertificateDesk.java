package org.yuzuri.portal.transfer.boot;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.yuzuri.wire.value.Sha256;

/** Who certifies a server's throw-away keys: the portal's CA of that tenant. */
public interface CertificateDesk {

  /**
   * Certifies a key under this common name; the same key again gets the same certificate.
   *
   * @param csr PKCS#10 in PEM
   * @param life how long it holds
   * @return PEM chain, the server's own first
   */
  String certify(long tenantId, String commonName, String csr, Duration life);

  /**
   * The key that a request asks a certificate for: SHA-256 of its SubjectPublicKeyInfo in DER.
   *
   * @throws org.yuzuri.portal.platform.ProblemException the request is none, or not of that key
   */
  Sha256 keyOf(String csr);

  /**
   * Whether the key that is certified under this name stands behind a request.
   *
   * @param vouch its signature, in Base64; null when there is none
   */
  boolean vouches(long tenantId, String commonName, String csr, @Nullable String vouch);

  /** A text, sealed for the key that is certified under this name: CMS in PEM. */
  String seal(long tenantId, String commonName, String text);
}
