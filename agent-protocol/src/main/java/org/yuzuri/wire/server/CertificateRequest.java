package org.yuzuri.wire.server;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yuzuri.wire.value.Checks;
import org.yuzuri.wire.value.Secret;
import org.yuzuri.wire.value.TunnelPurpose;

/**
 * A leased server asks, through the agent, for the certificate of a key that it made.
 *
 * @param csr PKCS#10 in PEM
 * @param vouch signature of the installation key over the characters of {@code csr}: ECDSA with
 *     SHA-256, DER in Base64; null for INSTALL, whose key nothing stands behind but the console
 */
public record CertificateRequest(
    Secret token, TunnelPurpose purpose, String csr, @Nullable String vouch) {

  private static final Pattern SIGNATURE = Pattern.compile("[A-Za-z0-9+/]{16,340}={0,2}");

  public CertificateRequest {
    Checks.bootToken(token);
    Checks.present(purpose, "purpose");
    Checks.pem(csr, "csr");
    if (vouch != null) {
      Checks.matching(vouch, SIGNATURE, "vouch", "a signature in Base64");
    }
  }
}
