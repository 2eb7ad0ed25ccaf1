package org.yuzuri.portal.pki;

import java.time.Duration;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/** What each kind of certificate may be used for, and how long at most. */
public enum CertificateProfile {
  /** Trust anchor of the daemons. */
  ROOT(Duration.ofDays(3650), 1, KeyUsage.keyCertSign | KeyUsage.cRLSign),
  /** Signs daemons' and the portal's TLS certificates. */
  ISSUING(Duration.ofDays(1825), 0, KeyUsage.keyCertSign | KeyUsage.cRLSign),
  /** Trust anchor of one tenant's tunnels. */
  TRANSFER(Duration.ofDays(1825), 0, KeyUsage.keyCertSign | KeyUsage.cRLSign),
  /** The portal's TLS server. */
  PORTAL(Duration.ofDays(397), KeyUsage.digitalSignature, KeyPurposeId.id_kp_serverAuth),
  /**
   * The nodes of one portal to each other, at both ends of TLS. It is its own trust anchor and has
   * to outlive the portal: what ends it is another file.
   */
  CLUSTER(
      Duration.ofDays(36_500),
      KeyUsage.digitalSignature,
      KeyPurposeId.id_kp_serverAuth,
      KeyPurposeId.id_kp_clientAuth),
  /**
   * A daemon's TLS client. Short, because a copied key serves its thief until the daemon's next
   * renewal at most; not shorter, because the last third is what an outage of either side may take
   * without a new enrolment: 30 days.
   */
  DAEMON(Duration.ofDays(90), KeyUsage.digitalSignature, KeyPurposeId.id_kp_clientAuth),
  /** A tenant gateway's end of the tunnels; renewed together with its TLS client's. */
  GATEWAY(Duration.ofDays(90), KeyUsage.digitalSignature, KeyPurposeId.id_kp_ipsecIKE),
  /**
   * Signs one document and is forgotten; holds as long as the CA. Source: RFC 9336
   * (id-kp-documentSigning).
   */
  DOCUMENT(
      Duration.ofDays(1825),
      KeyUsage.digitalSignature,
      KeyPurposeId.getInstance(new ASN1ObjectIdentifier("1.3.6.1.5.5.7.3.36"))),
  /**
   * A leased server's end of its tunnel, and what its settings are sealed for; the caller says how
   * long within this limit.
   */
  SERVER(
      Duration.ofDays(397),
      KeyUsage.digitalSignature | KeyUsage.keyAgreement,
      KeyPurposeId.id_kp_ipsecIKE);

  private static final int NO_AUTHORITY = -1;

  private final Duration longestLife;
  private final int pathLength;
  private final int keyUsage;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of only
  private final List<KeyPurposeId> purposes;

  CertificateProfile(Duration longestLife, int pathLength, int keyUsage) {
    this.longestLife = longestLife;
    this.pathLength = pathLength;
    this.keyUsage = keyUsage;
    this.purposes = List.of();
  }

  CertificateProfile(Duration longestLife, int keyUsage, KeyPurposeId... purposes) {
    this.longestLife = longestLife;
    this.pathLength = NO_AUTHORITY;
    this.keyUsage = keyUsage;
    this.purposes = List.of(purposes);
  }

  public Duration longestLife() {
    return longestLife;
  }

  Duration cut(Duration life) {
    return life.compareTo(longestLife) > 0 ? longestLife : life;
  }

  boolean isAuthority() {
    return pathLength != NO_AUTHORITY;
  }

  int pathLength() {
    return pathLength;
  }

  KeyUsage keyUsage() {
    return new KeyUsage(keyUsage);
  }

  public List<KeyPurposeId> purposes() {
    return purposes;
  }
}
