package org.yuzuri.portal.pki.transfer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Objects;
import org.bouncycastle.cert.X509CertificateHolder;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.pki.Authority;
import org.yuzuri.portal.pki.IssuedCertificate;
import org.yuzuri.portal.pki.Pem;
import org.yuzuri.portal.pki.SigningRequest;
import org.yuzuri.portal.platform.NumberedRow;
import org.yuzuri.wire.value.Sha256;

/** A certificate that a tenant's transfer CA issued. */
@Entity
class TransferCertificate extends NumberedRow {

  @TenantId private Long tenantId;

  @Column private long authorityId;
  private String serial;
  @Column private String commonName;
  private String keyHash;

  @Column(length = 8192)
  private String certificate;

  private String fingerprint;
  private Instant notAfter;
  private @Nullable Instant revokedAt;

  @Enumerated(EnumType.STRING)
  private @Nullable RevocationReason revocationReason;

  /** For Hibernate. */
  TransferCertificate() {}

  TransferCertificate(
      long tenantId,
      long authorityId,
      String commonName,
      String keyHash,
      X509CertificateHolder certificate) {
    this.tenantId = tenantId;
    this.authorityId = authorityId;
    this.serial = certificate.getSerialNumber().toString(16);
    this.commonName = commonName;
    this.keyHash = keyHash;
    this.certificate = Pem.of(certificate);
    this.fingerprint = Sha256.ofBytes(Authority.der(certificate)).hex();
    this.notAfter = Authority.end(certificate);
  }

  boolean isFor(SigningRequest request) {
    return keyHash.equals(request.keyHash());
  }

  boolean isRevoked() {
    return revokedAt != null;
  }

  void revoke(RevocationReason reason, Instant now) {
    if (revokedAt == null) {
      revokedAt = now;
      revocationReason = reason;
    }
  }

  long tenantId() {
    return tenantId;
  }

  BigInteger serialNumber() {
    return new BigInteger(serial, 16);
  }

  /** Of one that is revoked. */
  Instant revokedAt() {
    return Objects.requireNonNull(revokedAt, "revokedAt");
  }

  /** Of one that is revoked. */
  RevocationReason revocationReason() {
    return Objects.requireNonNull(revocationReason, "revocationReason");
  }

  X509CertificateHolder holder() {
    return Pem.certificate(certificate);
  }

  /** The chain is the certificate alone: its issuer is a trust anchor. */
  IssuedCertificate issued() {
    return new IssuedCertificate(serial, certificate, certificate, fingerprint, notAfter);
  }
}
