package org.yuzuri.portal.pki.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.util.CollectionStore;
import org.bouncycastle.util.io.pem.PemObject;
import org.yuzuri.portal.pki.Authority;
import org.yuzuri.portal.pki.CertificateProfile;
import org.yuzuri.portal.pki.Pem;

/**
 * Signs what the portal gives out for others to keep, and checks it. Each document has a key of its
 * own, which the issuing CA certifies and nobody keeps.
 *
 * <p>Source: CMS SignedData (RFC 5652) around the text, with both certificates; {@code openssl cms
 * -verify -CAfile portal-trust.pem -purpose any} reads it.
 */
@ApplicationScoped
public class DocumentSignatures {

  /** Longest file that is looked at, in characters of PEM. */
  public static final int MOST_CHARACTERS = 256 << 10;

  @Inject Clock clock;

  /**
   * Signs a text.
   *
   * @param commonName what the signer is called, such as {@code erasure-lease-7}
   * @return CMS in PEM; another one at every call
   */
  public String sign(String commonName, String text) {
    try {
      Instant now = clock.instant();
      Authority issuing = issuing();
      KeyPair key = Authority.newKeyPair();
      X509CertificateHolder certificate =
          issuing.issue(
              CertificateProfile.DOCUMENT,
              commonName,
              Authority.publicKey(key),
              now,
              CertificateProfile.DOCUMENT.longestLife(),
              List.of());
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(
          new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
              .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(at(now)))
              .build(
                  new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate()),
                  certificate));
      generator.addCertificates(new CollectionStore<>(List.of(certificate, issuing.certificate())));
      byte[] signed =
          generator.generate(new CMSProcessableByteArray(text.getBytes(UTF_8)), true).getEncoded();
      return Pem.of(new PemObject("CMS", signed)); // the label of RFC 7468, 9
    } catch (CMSException | OperatorCreationException impossible) {
      throw new IllegalStateException("a text that cannot be signed", impossible);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /**
   * What is to be said of a file.
   *
   * @param pem at most {@value #MOST_CHARACTERS} characters; what is longer is not looked at
   */
  public SignedDocument check(String pem) {
    if (pem.length() > MOST_CHARACTERS) {
      return SignedDocument.unreadable();
    }
    List<X509CertificateHolder> roots =
        Pem.certificates(KeyDirectory.ofThePortal().text(PrepareKeys.TRUST_PEM));
    return DocumentCheck.of(pem, roots);
  }

  /** The signing time as a signed attribute; else the library takes the machine's own. */
  private static AttributeTable at(Instant now) {
    return new AttributeTable(
        new Attribute(CMSAttributes.signingTime, new DERSet(Authority.time(now))));
  }

  private static Authority issuing() {
    try {
      return KeyDirectory.ofThePortal()
          .store(PrepareKeys.ISSUING_FILE)
          .authority(PrepareKeys.ISSUING_ALIAS);
    } catch (IOException | GeneralSecurityException unreadable) {
      throw new IllegalStateException(
          "cannot read " + PrepareKeys.ISSUING_FILE + " of the security directory", unreadable);
    }
  }
}
