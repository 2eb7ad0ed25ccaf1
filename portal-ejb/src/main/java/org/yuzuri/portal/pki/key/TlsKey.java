package org.yuzuri.portal.pki.key;

import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CertificateHolder;
import org.yuzuri.portal.pki.Authority;
import org.yuzuri.portal.pki.CertificateProfile;

/** The key that the portal shows daemons, {@code portal-tls.p12}, under the issuing CA. */
final class TlsKey {

  private final KeyStoreFile issuing;
  private final KeyStoreFile file;

  TlsKey(KeyDirectory directory) {
    this.issuing = directory.store(PrepareKeys.ISSUING_FILE);
    this.file = directory.store(PrepareKeys.TLS_FILE);
  }

  /**
   * Makes the key, in place of the one that is there.
   *
   * @param hosts names and IPv4 addresses of the portal
   */
  void make(List<String> hosts, Instant now) throws IOException, GeneralSecurityException {
    Authority authority = issuing.authority(PrepareKeys.ISSUING_ALIAS);
    KeyPair pair = Authority.newKeyPair();
    X509CertificateHolder certificate =
        authority.issue(
            CertificateProfile.PORTAL,
            hosts.get(hosts.size() - 1),
            Authority.publicKey(pair),
            now,
            CertificateProfile.PORTAL.longestLife(),
            hosts);
    file.storeKey(
        PrepareKeys.TLS_ALIAS, pair.getPrivate(), List.of(certificate, authority.certificate()));
  }

  /**
   * Makes a new key under the same names when two thirds of the certificate's life are over and a
   * new one would hold longer; whether it did. Near the issuing CA's end it would not.
   */
  boolean renewIfDue(Instant now) throws IOException, GeneralSecurityException {
    X509CertificateHolder old = certificate();
    Instant end = issuing.authority(PrepareKeys.ISSUING_ALIAS).notAfter();
    if (!isOver(old, 2, 3, now) || !end.isAfter(Authority.end(old))) {
      return false;
    }
    make(names(old), now);
    return true;
  }

  /** When the certificate ends. */
  Instant notAfter() throws IOException, GeneralSecurityException {
    return Authority.end(certificate());
  }

  /** Whether it should have been renewed: 7/8 of its life are over. */
  boolean isLate(Instant now) throws IOException, GeneralSecurityException {
    return isOver(certificate(), 7, 8, now);
  }

  private X509CertificateHolder certificate() throws IOException, GeneralSecurityException {
    return file.certificate(PrepareKeys.TLS_ALIAS);
  }

  private static boolean isOver(X509CertificateHolder one, int part, int of, Instant now) {
    Instant begin = Authority.begin(one);
    Duration life = Duration.between(begin, Authority.end(one));
    return !now.isBefore(begin.plus(life.multipliedBy(part).dividedBy(of)));
  }

  private static List<String> names(X509CertificateHolder certificate) throws IOException {
    List<String> names = new ArrayList<>();
    GeneralNames all =
        GeneralNames.fromExtensions(certificate.getExtensions(), Extension.subjectAlternativeName);
    for (GeneralName name : all.getNames()) {
      names.add(
          name.getTagNo() == GeneralName.iPAddress
              ? InetAddress.getByAddress(ASN1OctetString.getInstance(name.getName()).getOctets())
                  .getHostAddress()
              : name.getName().toString());
    }
    return names;
  }
}
