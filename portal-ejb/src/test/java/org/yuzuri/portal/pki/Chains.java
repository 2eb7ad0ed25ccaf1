package org.yuzuri.portal.pki;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a peer that trusts these anchors finds of a chain at a moment (RFC 5280, §6). */
public final class Chains {

  private Chains() {}

  /**
   * Checks the chain.
   *
   * @param chain own certificate first, without the anchor
   */
  public static void validate(
      List<X509Certificate> chain, List<X509Certificate> anchors, Instant now)
      throws GeneralSecurityException {
    Set<TrustAnchor> trusted =
        anchors.stream().map(ca -> new TrustAnchor(ca, null)).collect(Collectors.toSet());
    PKIXParameters parameters = new PKIXParameters(trusted);
    parameters.setDate(Date.from(now));
    parameters.setRevocationEnabled(false);
    CertPathValidator.getInstance("PKIX")
        .validate(CertificateFactory.getInstance("X.509").generateCertPath(chain), parameters);
  }
}
