package org.yuzuri.portal.pki.transfer;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import org.hibernate.annotations.TenantId;
import org.yuzuri.portal.pki.Authority;
import org.yuzuri.portal.pki.Pem;
import org.yuzuri.portal.platform.NumberedRow;
import org.yuzuri.portal.platform.secret.EncryptedText;

/** A tenant's CA for tunnels; its private key is encrypted. */
@Entity
class TransferAuthority extends NumberedRow {

  @TenantId private Long tenantId;

  private int number;

  @Column(length = 8192)
  private String certificate;

  @Convert(converter = EncryptedText.class)
  private String privateKey;

  private long crlNumber;
  private Instant madeAt;
  private Instant notAfter;

  /** For Hibernate. */
  TransferAuthority() {}

  TransferAuthority(long tenantId, int number, Authority authority, Instant now) {
    this.tenantId = tenantId;
    this.number = number;
    this.certificate = Pem.of(authority.certificate());
    this.privateKey = Base64.getEncoder().encodeToString(authority.key().getEncoded());
    this.madeAt = now;
    this.notAfter = authority.notAfter();
  }

  Authority authority() {
    try {
      byte[] pkcs8 = Base64.getDecoder().decode(privateKey);
      PrivateKey key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      return new Authority(Pem.certificate(certificate), key);
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("transfer CA of tenant " + tenantId, broken);
    }
  }

  /** The tenant's CAs count from 1. */
  int number() {
    return number;
  }

  String certificate() {
    return certificate;
  }

  Instant madeAt() {
    return madeAt;
  }

  Instant notAfter() {
    return notAfter;
  }

  long nextCrlNumber() {
    crlNumber++;
    return crlNumber;
  }
}
