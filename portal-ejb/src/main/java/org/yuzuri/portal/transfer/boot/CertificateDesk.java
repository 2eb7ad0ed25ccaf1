package org.yuzuri.portal.transfer.boot;

import java.time.Duration;

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
}
