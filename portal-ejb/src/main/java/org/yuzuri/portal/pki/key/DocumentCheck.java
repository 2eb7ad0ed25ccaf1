package org.yuzuri.portal.pki.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.security.cert.CertificateException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.cms.CMSVerifierCertificateNotValidException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.yuzuri.portal.pki.Authority;
import org.yuzuri.portal.pki.CertificateProfile;
import org.yuzuri.portal.pki.key.SignedDocument.Verdict;

/**
 * Checks a signed text that comes from a stranger: exactly one signer, whose certificate is for
 * signing documents and was issued by a CA below one of the roots. Whatever it is, the answer is a
 * verdict.
 */
final class DocumentCheck {

  static SignedDocument of(String pem, List<X509CertificateHolder> roots) {
    try {
      return of(read(pem), roots);
    } catch (IOException
        | CMSException
        | CertException
        | CertificateException
        | OperatorCreationException
        | IllegalArgumentException
        | IllegalStateException
        | ClassCastException
        | ArrayIndexOutOfBoundsException broken) {
      // What the library throws at what is no CMS, as it meets it; a stranger's file, not a fault.
      return SignedDocument.unreadable();
    }
  }

  private static CMSSignedData read(String pem) throws IOException, CMSException {
    try (PemReader reader = new PemReader(new StringReader(pem))) {
      PemObject block = reader.readPemObject();
      if (block == null) {
        throw new IOException("no PEM block");
      }
      return new CMSSignedData(block.getContent());
    }
  }

  private static SignedDocument of(CMSSignedData data, List<X509CertificateHolder> roots)
      throws CMSException, CertException, CertificateException, OperatorCreationException {
    Collection<SignerInformation> signers = data.getSignerInfos().getSigners();
    CMSTypedData content = data.getSignedContent();
    if (signers.size() != 1 || content == null) {
      return SignedDocument.unreadable();
    }
    SignerInformation signer = signers.iterator().next();
    Collection<X509CertificateHolder> all = data.getCertificates().getMatches(null);
    Optional<X509CertificateHolder> own =
        all.stream().filter(certificate -> signer.getSID().match(certificate)).findFirst();
    Optional<Instant> at = signedAt(signer);
    if (own.isEmpty() || at.isEmpty()) {
      return SignedDocument.unreadable();
    }
    String name = own.get().getSubject().toString();
    if (!isOurs(own.get(), all, roots)) {
      return SignedDocument.not(Verdict.OTHER_SIGNER, name);
    }
    Verdict verdict = verdict(signer, own.get());
    if (verdict != Verdict.GENUINE) {
      return SignedDocument.not(verdict, name);
    }
    byte[] bytes = (byte[]) content.getContent();
    return new SignedDocument(verdict, new String(bytes, UTF_8), at.get(), name);
  }

  private static Verdict verdict(SignerInformation signer, X509CertificateHolder own)
      throws CertificateException, OperatorCreationException {
    try {
      boolean good = signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(own));
      return good ? Verdict.GENUINE : Verdict.CHANGED;
    } catch (CMSVerifierCertificateNotValidException early) {
      return Verdict.OTHER_SIGNER;
    } catch (CMSException different) {
      return Verdict.CHANGED;
    }
  }

  private static Optional<Instant> signedAt(SignerInformation signer) {
    if (signer.getSignedAttributes() == null) {
      return Optional.empty();
    }
    Attribute attribute = signer.getSignedAttributes().get(CMSAttributes.signingTime);
    return attribute == null || attribute.getAttrValues().size() != 1
        ? Optional.empty()
        : Optional.of(
            Authority.instant(Time.getInstance(attribute.getAttrValues().getObjectAt(0))));
  }

  private static boolean isOurs(
      X509CertificateHolder own,
      Collection<X509CertificateHolder> all,
      List<X509CertificateHolder> roots)
      throws CertException, CertificateException, OperatorCreationException {
    ExtendedKeyUsage usage = ExtendedKeyUsage.fromExtensions(own.getExtensions());
    if (usage == null || !usage.hasKeyPurposeId(CertificateProfile.DOCUMENT.purposes().get(0))) {
      return false;
    }
    for (X509CertificateHolder issuing : all) {
      if (isAuthority(issuing) && isIssuedBy(own, issuing)) {
        for (X509CertificateHolder root : roots) {
          if (isIssuedBy(issuing, root)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean isAuthority(X509CertificateHolder certificate) {
    BasicConstraints constraints = BasicConstraints.fromExtensions(certificate.getExtensions());
    return constraints != null && constraints.isCA();
  }

  private static boolean isIssuedBy(X509CertificateHolder one, X509CertificateHolder issuer)
      throws CertException, CertificateException, OperatorCreationException {
    return one.getIssuer().equals(issuer.getSubject())
        && one.isSignatureValid(new JcaContentVerifierProviderBuilder().build(issuer));
  }

  private DocumentCheck() {}
}
