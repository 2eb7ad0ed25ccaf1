package org.yuzuri.portal.pki.transfer;

import java.io.IOException;
import java.math.BigInteger;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.yuzuri.portal.pki.Authority;
import org.yuzuri.portal.pki.Pem;

/** A CRL (RFC 5280, §5), signed by the CA whose certificates it ends. */
final class RevocationList {

  /** Gateways ask for a new list every hour, and are sent one at every revocation. */
  static final Duration LIFE = Duration.ofDays(30);

  private RevocationList() {}

  static String pem(
      Authority authority, long number, List<TransferCertificate> revoked, Instant now) {
    X509v2CRLBuilder builder =
        new X509v2CRLBuilder(authority.certificate().getSubject(), Authority.time(now));
    builder.setNextUpdate(Authority.time(now.plus(LIFE)));
    for (TransferCertificate certificate : revoked) {
      builder.addCRLEntry(
          certificate.serialNumber(),
          Authority.time(certificate.revokedAt()).getDate(),
          certificate.revocationReason().number());
    }
    try {
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          new JcaX509ExtensionUtils()
              .createAuthorityKeyIdentifier(authority.certificate().getSubjectPublicKeyInfo()));
      builder.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(number)));
    } catch (IOException | NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("revocation list extensions", impossible);
    }
    return Pem.of(builder.build(authority.signer()));
  }
}
