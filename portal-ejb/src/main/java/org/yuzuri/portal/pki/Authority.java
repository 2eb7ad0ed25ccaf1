package org.yuzuri.portal.pki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A CA: its certificate and private key. Keys are ECDSA P-256. Immutable. */
public final class Authority {

  /** As {@link Time#getTime()} writes it. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss'GMT'xxx");

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SERIAL_BITS = 126;
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(10);
  private static final int FIRST_GENERALIZED_YEAR = 2050;

  private final X509CertificateHolder certificate;
  private final PrivateKey key;

  public Authority(X509CertificateHolder certificate, PrivateKey key) {
    this.certificate = certificate;
    this.key = key;
  }

  /** A new self-signed CA. */
  public static Authority selfSigned(CertificateProfile profile, String commonName, Instant now) {
    KeyPair pair = newKeyPair();
    X500Name name = name(commonName);
    X509CertificateHolder certificate =
        build(
            new Draft(profile, name, publicKey(pair), now, profile.longestLife(), List.of()),
            name,
            publicKey(pair),
            pair.getPrivate());
    return new Authority(certificate, pair.getPrivate());
  }

  /** A new CA below this one. */
  public Authority intermediate(CertificateProfile profile, String commonName, Instant now) {
    KeyPair pair = newKeyPair();
    return new Authority(
        issue(profile, commonName, publicKey(pair), now, profile.longestLife(), List.of()),
        pair.getPrivate());
  }

  /**
   * A certificate for somebody's key.
   *
   * @param life wanted life; cut to the profile's longest, and to the CA's own end
   * @param names host names and IPv4 addresses for TLS servers; else empty
   */
  public X509CertificateHolder issue(
      CertificateProfile profile,
      String commonName,
      SubjectPublicKeyInfo subjectKey,
      Instant now,
      Duration life,
      List<String> names) {
    Duration left = Duration.between(now, notAfter());
    Duration cut = profile.cut(life);
    return build(
        new Draft(
            profile,
            name(commonName),
            subjectKey,
            now,
            cut.compareTo(left) > 0 ? left : cut,
            names),
        certificate.getSubject(),
        certificate.getSubjectPublicKeyInfo(),
        key);
  }

  public X509CertificateHolder certificate() {
    return certificate;
  }

  public PrivateKey key() {
    return key;
  }

  /** End of the CA's own certificate. */
  public Instant notAfter() {
    return end(certificate);
  }

  /** When a certificate ends. */
  public static Instant end(X509CertificateHolder certificate) {
    return instant(certificate.toASN1Structure().getEndDate());
  }

  /** When a certificate begins. */
  public static Instant begin(X509CertificateHolder certificate) {
    return instant(certificate.toASN1Structure().getStartDate());
  }

  /** What a time of a certificate or a signature says. */
  public static Instant instant(Time time) {
    return OffsetDateTime.parse(time.getTime(), TIME).toInstant();
  }

  public ContentSigner signer() {
    return signer(key);
  }

  /** A new P-256 key pair. */
  public static KeyPair newKeyPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("Java without P-256", missing);
    }
  }

  public static SubjectPublicKeyInfo publicKey(KeyPair pair) {
    return SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded());
  }

  /** RFC 5280, §4.1.2.5: UTCTime up to 2049, GeneralizedTime from 2050; whole seconds. */
  public static Time time(Instant instant) {
    int year = instant.atZone(ZoneOffset.UTC).getYear();
    String pattern = year < FIRST_GENERALIZED_YEAR ? "yyMMddHHmmss'Z'" : "yyyyMMddHHmmss'Z'";
    String text = DateTimeFormatter.ofPattern(pattern).withZone(ZoneOffset.UTC).format(instant);
    return year < FIRST_GENERALIZED_YEAR
        ? new Time(new DERUTCTime(text))
        : new Time(new DERGeneralizedTime(text));
  }

  /** PrintableString, as strongSwan encodes the identity it looks for. */
  private static X500Name name(String commonName) {
    return new X500NameBuilder(BCStyle.INSTANCE)
        .addRDN(BCStyle.CN, new DERPrintableString(commonName, true))
        .build();
  }

  private static ContentSigner signer(PrivateKey key) {
    try {
      return new JcaContentSignerBuilder("SHA256withECDSA").build(key);
    } catch (OperatorCreationException missing) {
      throw new IllegalStateException("Java without SHA256withECDSA", missing);
    }
  }

  private static X509CertificateHolder build(
      Draft draft, X500Name issuer, SubjectPublicKeyInfo issuerKey, PrivateKey signingKey) {
    X509v3CertificateBuilder builder =
        new X509v3CertificateBuilder(
            issuer,
            new BigInteger(SERIAL_BITS, RANDOM).add(BigInteger.ONE),
            time(draft.now.minus(CLOCK_SKEW)),
            time(draft.now.plus(draft.life)),
            draft.subject,
            draft.key);
    try {
      addExtensions(builder, draft, issuerKey);
    } catch (IOException | GeneralSecurityException impossible) {
      throw new IllegalStateException("certificate extensions", impossible);
    }
    return builder.build(signer(signingKey));
  }

  private static void addExtensions(
      X509v3CertificateBuilder builder, Draft draft, SubjectPublicKeyInfo issuerKey)
      throws IOException, GeneralSecurityException {
    CertificateProfile profile = draft.profile;
    JcaX509ExtensionUtils keyIds = new JcaX509ExtensionUtils();
    builder.addExtension(
        Extension.basicConstraints,
        true,
        profile.isAuthority()
            ? new BasicConstraints(profile.pathLength())
            : new BasicConstraints(false));
    builder.addExtension(Extension.keyUsage, true, profile.keyUsage());
    builder.addExtension(
        Extension.subjectKeyIdentifier, false, keyIds.createSubjectKeyIdentifier(draft.key));
    builder.addExtension(
        Extension.authorityKeyIdentifier, false, keyIds.createAuthorityKeyIdentifier(issuerKey));
    if (!profile.purposes().isEmpty()) {
      builder.addExtension(
          Extension.extendedKeyUsage,
          false,
          new ExtendedKeyUsage(profile.purposes().toArray(KeyPurposeId[]::new)));
    }
    if (!draft.names.isEmpty()) {
      builder.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(
              draft.names.stream().map(Authority::generalName).toArray(GeneralName[]::new)));
    }
  }

  private static GeneralName generalName(String host) {
    boolean address = host.matches("[0-9.]+");
    return new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, host);
  }

  /** What a certificate is to say of its subject. */
  private static final class Draft {
    final CertificateProfile profile;
    final X500Name subject;
    final SubjectPublicKeyInfo key;
    final Instant now;
    final Duration life;
    final List<String> names;

    Draft(
        CertificateProfile profile,
        X500Name subject,
        SubjectPublicKeyInfo key,
        Instant now,
        Duration life,
        List<String> names) {
      this.profile = profile;
      this.subject = subject;
      this.key = key;
      this.now = now;
      this.life = life;
      this.names = names;
    }
  }

  /** The DER form of a certificate or list, which always exists for what was just built. */
  public static byte[] der(X509CertificateHolder holder) {
    try {
      return holder.getEncoded();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
