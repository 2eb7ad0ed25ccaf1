package org.yuzuri.portal.pki.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.pki.CertificateProfile;
import org.yuzuri.portal.pki.IssuedCertificate;
import org.yuzuri.portal.pki.PkiProblem;
import org.yuzuri.portal.pki.SigningRequest;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.wire.value.Sha256;

/**
 * Each tenant's CAs for tunnels: issues, revokes, and tells whom to trust. For features that speak
 * to daemons: no person calls it. Transaction: the caller's, of the portal itself.
 */
@ApplicationScoped
public class TransferCertificates {

  @Inject Clock clock;
  @Inject AuditTrail audit;
  @Inject TransferAuthorities authorities;

  @PersistenceContext EntityManager em;

  /**
   * Certifies the throw-away key of a server. A common name has one key: the same key again gets
   * the same certificate.
   *
   * @param commonName such as {@code lease-7-transfer-12}
   * @param csr PKCS#10 in PEM; only its key is used
   * @param life how long the certificate holds from now; cut to 397 days, and to the end of the CA
   * @throws ProblemException see {@link PkiProblem}; OTHER_KEY_CERTIFIED for a second key
   */
  public IssuedCertificate issueForServer(
      long tenantId, String commonName, String csr, Duration life) {
    SigningRequest request = SigningRequest.ofServer(csr);
    TransferAuthority authority = authorities.forServers(tenantId);
    Optional<TransferCertificate> before = find(tenantId, commonName);
    if (before.isPresent()) {
      return again(before.get(), commonName, request);
    }
    return issue(authority, tenantId, CertificateProfile.SERVER, commonName, request, life);
  }

  /**
   * The key that a server asks a certificate for: SHA-256 of its SubjectPublicKeyInfo in DER.
   *
   * @param csr PKCS#10 in PEM, signed by that key
   * @throws ProblemException see {@link PkiProblem}
   */
  public static Sha256 keyOf(String csr) {
    return Sha256.of(SigningRequest.ofServer(csr).keyHash());
  }

  /**
   * Whether the key that is certified under this name signed a request; false when none is.
   *
   * @param vouch ECDSA with SHA-256 over the request's characters, DER in Base64; null: unsigned
   */
  public boolean vouches(long tenantId, String commonName, String csr, @Nullable String vouch) {
    return find(tenantId, commonName)
        .filter(certificate -> !certificate.isRevoked())
        .filter(certificate -> Vouch.isOf(certificate.holder(), csr, vouch))
        .isPresent();
  }

  /**
   * Seals a text for the key that is certified under this name.
   *
   * @return CMS in PEM; another one at every call
   * @throws java.util.NoSuchElementException no key is certified under it
   */
  public String seal(long tenantId, String commonName, String text) {
    return SealedText.of(text, find(tenantId, commonName).orElseThrow().holder());
  }

  /** Certifies the key of a gateway; its earlier certificates hold until {@link #supersede}. */
  public IssuedCertificate issueForGateway(long tenantId, String commonName, String csr) {
    SigningRequest request = SigningRequest.of(csr);
    TransferAuthority authority = authorities.forGateways(tenantId);
    Duration life = CertificateProfile.GATEWAY.longestLife();
    return issue(authority, tenantId, CertificateProfile.GATEWAY, commonName, request, life);
  }

  /** Ends every certificate under this name but the one with this serial. */
  public void supersede(long tenantId, String commonName, String serial) {
    all(tenantId, commonName).stream()
        .filter(certificate -> !certificate.issued().serial().equals(serial))
        .forEach(certificate -> revoke(certificate, commonName, RevocationReason.SUPERSEDED));
  }

  /**
   * Ends every certificate under this name; harmless when there is none. Send {@link #crl} to the
   * tenant's gateways afterwards.
   */
  public void revoke(long tenantId, String commonName, RevocationReason reason) {
    all(tenantId, commonName).forEach(certificate -> revoke(certificate, commonName, reason));
  }

  private void revoke(TransferCertificate certificate, String commonName, RevocationReason reason) {
    if (!certificate.isRevoked()) {
      certificate.revoke(reason, clock.instant());
      audit.record(certificate.tenantId(), "certificate.revoke", "CN=" + commonName, reason.name());
    }
  }

  /** The revocation lists of the tenant's transfer CAs, fresh, in PEM: one for each that holds. */
  public String crl(long tenantId) {
    Instant now = clock.instant();
    StringBuilder lists = new StringBuilder();
    for (TransferAuthority authority : authorities.alive(tenantId)) {
      lists.append(
          RevocationList.pem(
              authority.authority(), authority.nextCrlNumber(), revoked(authority, now), now));
    }
    return lists.toString();
  }

  private List<TransferCertificate> revoked(TransferAuthority authority, Instant now) {
    return em.createQuery(
            "select c from TransferCertificate c where c.authorityId = :authority"
                + " and c.revokedAt is not null and c.notAfter > :now order by c.id",
            TransferCertificate.class)
        .setParameter("authority", authority.id())
        .setParameter("now", now)
        .getResultList();
  }

  /**
   * The certificates of the tenant's transfer CAs that hold, in PEM, oldest first: the trust
   * anchors of both tunnel ends.
   */
  public String trust(long tenantId) {
    return authorities.alive(tenantId).stream()
        .map(TransferAuthority::certificate)
        .collect(Collectors.joining());
  }

  private IssuedCertificate again(
      TransferCertificate before, String commonName, SigningRequest request) {
    if (before.isRevoked()) {
      throw new ProblemException(
          PkiProblem.SUBJECT_REVOKED, "subject", "CN=" + commonName, "a transfer that still runs");
    }
    if (!before.isFor(request)) {
      throw new ProblemException(
          PkiProblem.OTHER_KEY_CERTIFIED, "csr", "another key", "the key of the first request");
    }
    return before.issued();
  }

  private IssuedCertificate issue(
      TransferAuthority authority,
      long tenantId,
      CertificateProfile profile,
      String commonName,
      SigningRequest request,
      Duration life) {
    X509CertificateHolder certificate =
        authority
            .authority()
            .issue(profile, commonName, request.key(), clock.instant(), life, List.of());
    TransferCertificate kept =
        new TransferCertificate(
            tenantId, authority.id(), commonName, request.keyHash(), certificate);
    em.persist(kept);
    audit.record(
        tenantId, "certificate.issue", "CN=" + commonName, "serial " + kept.issued().serial());
    return kept.issued();
  }

  private Optional<TransferCertificate> find(long tenantId, String commonName) {
    List<TransferCertificate> all = all(tenantId, commonName);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  private List<TransferCertificate> all(long tenantId, String commonName) {
    return em.createQuery(
            "select c from TransferCertificate c"
                + " where c.tenantId = :tenant and c.commonName = :name order by c.id",
            TransferCertificate.class)
        .setParameter("tenant", tenantId)
        .setParameter("name", commonName)
        .getResultList();
  }
}
