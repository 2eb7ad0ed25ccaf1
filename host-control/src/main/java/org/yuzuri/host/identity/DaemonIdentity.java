package org.yuzuri.host.identity;

import java.nio.file.Path;

/**
 * What a daemon got at its enrolment or last renewal; the files lie in its state directory.
 *
 * @param agentId the portal's name for the daemon
 * @param keyFile private key of the client certificate, PKCS#8 PEM
 * @param chainFile client certificate and those above it, PEM
 */
public record DaemonIdentity(String agentId, Path keyFile, Path chainFile) {

  /** A gateway's IPsec key, PKCS#8 PEM. */
  public Path ipsecKeyFile() {
    return keyFile.resolveSibling("ipsec.key");
  }

  /** A gateway's IPsec certificate, PEM. */
  public Path ipsecCertificateFile() {
    return keyFile.resolveSibling("ipsec.pem");
  }

  /** The transfer CA that a gateway trusts, PEM. */
  public Path ipsecTrustFile() {
    return keyFile.resolveSibling("ipsec-trust.pem");
  }
}
