package org.yuzuri.portal.wipe.certificate;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.lease.Leases;
import org.yuzuri.portal.pki.key.DocumentSignatures;
import org.yuzuri.portal.pki.key.SignedDocument;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.server.Servers;
import org.yuzuri.portal.wipe.WipeRecord;

/** Certificates of erasure: given to the lease's tenant, checked for anybody. */
@Stateless
public class EraseCertificateService {

  @Inject Leases leases;
  @Inject Servers servers;
  @Inject DocumentSignatures signatures;
  @Inject AuditTrail audit;

  @PersistenceContext EntityManager em;

  /** What can be certified of a lease's server; empty before it was erased. */
  @RequiresPermissions(Permissions.LEASE_READ)
  public Optional<EraseCertificate> ofLease(long leaseId) {
    Lease lease = leases.lease(leaseId);
    return em.createQuery(
            "select r from WipeRecord r where r.leaseId = :lease order by r.id desc",
            WipeRecord.class)
        .setParameter("lease", leaseId)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(
            record ->
                new EraseCertificate(
                    leaseId,
                    servers.server(lease.serverId()).name(),
                    lease.handedOverAt(),
                    lease.cutOffAt(),
                    record.view()));
  }

  /**
   * The same, signed: CMS in PEM.
   *
   * @throws ProblemException NOT_FOUND before the server was erased
   */
  @RequiresPermissions(Permissions.LEASE_READ)
  public String signed(long leaseId) {
    EraseCertificate certificate =
        ofLease(leaseId)
            .orElseThrow(() -> ProblemException.notFound("erasure certificate", leaseId));
    audit.record(
        leases.lease(leaseId).tenantId(),
        "certificate.erasure",
        "lease " + leaseId,
        "wipe " + certificate.record().wipeId());
    return signatures.sign("erasure-lease-" + leaseId, certificate.text());
  }

  /** Whether this portal has signed a file; for whoever shows one, by the page of the portal. */
  @RequiresPermissions(Permissions.SYSTEM)
  public SignedDocument check(String pem) {
    return signatures.check(pem);
  }
}
