package org.yuzuri.portal.pki.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.bouncycastle.util.io.pem.PemObject;
import org.yuzuri.portal.pki.Authority;
import org.yuzuri.portal.pki.Pem;

/**
 * A text that only the holder of a certified P-256 key can read, and nobody can change unnoticed.
 *
 * <p>Source: CMS AuthEnvelopedData (RFC 5083) with AES-256-GCM (RFC 5084); the content key is
 * wrapped for the recipient by ephemeral-static ECDH with SHA-256 and AES-256 key wrap (RFC 5753,
 * 3.1 and 7.1). OpenSSL opens it from 3.0 on ({@code openssl cms -decrypt}); of one that was
 * changed it has written the text before it fails, so that only its exit status says whether to use
 * it.
 */
final class SealedText {

  /** Not registered with Java: only what is sealed here is done by it. */
  private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

  private static final ASN1ObjectIdentifier AGREEMENT = CMSAlgorithm.ECDH_SHA256KDF;

  /**
   * Seals a text; twice the same text is sealed under two keys.
   *
   * @param recipient certificate of a P-256 key
   * @return CMS in PEM
   */
  static String of(String text, X509CertificateHolder recipient) {
    try {
      KeyPair ephemeral = Authority.newKeyPair();
      X509Certificate certificate = new JcaX509CertificateConverter().getCertificate(recipient);
      CMSAuthEnvelopedDataGenerator generator = new CMSAuthEnvelopedDataGenerator();
      generator.addRecipientInfoGenerator(
          new JceKeyAgreeRecipientInfoGenerator(
                  AGREEMENT,
                  ephemeral.getPrivate(),
                  ephemeral.getPublic(),
                  CMSAlgorithm.AES256_WRAP)
              .setProvider(PROVIDER)
              .addRecipient(certificate));
      OutputAEADEncryptor encryptor =
          (OutputAEADEncryptor)
              new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_GCM)
                  .setProvider(PROVIDER)
                  .build();
      byte[] sealed =
          generator
              .generate(new CMSProcessableByteArray(text.getBytes(UTF_8)), encryptor)
              .getEncoded();
      return Pem.of(new PemObject("CMS", sealed)); // the label of RFC 7468, 9
    } catch (CMSException | GeneralSecurityException impossible) {
      throw new IllegalStateException("a certificate that cannot be sealed for", impossible);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private SealedText() {}
}
