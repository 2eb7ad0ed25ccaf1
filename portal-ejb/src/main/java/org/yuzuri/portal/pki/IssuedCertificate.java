package org.yuzuri.portal.pki;

import java.time.Instant;

/**
 * A certificate that was just issued, or issued before for the same request.
 *
 * @param serial hexadecimal, unique within its CA
 * @param certificate PEM of the certificate alone
 * @param chain PEM of the certificate and of the CAs below the trust anchor
 * @param fingerprint SHA-256 of the DER form, 64 hexadecimal digits
 */
public record IssuedCertificate(
    String serial, String certificate, String chain, String fingerprint, Instant notAfter) {}
