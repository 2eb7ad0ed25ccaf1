package org.yuzuri.portal.agent.enrolment;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Objects;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.agent.Agent;
import org.yuzuri.portal.agent.AgentProblem;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.pki.IssuedCertificate;
import org.yuzuri.portal.pki.key.DaemonCertificates;
import org.yuzuri.portal.pki.transfer.TransferCertificates;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.platform.secret.OneTimeToken;
import org.yuzuri.wire.call.EnrolmentAnswer;
import org.yuzuri.wire.call.EnrolmentRequest;
import org.yuzuri.wire.value.DaemonKind;

/** Turns a one-time token and a certificate request into an enrolled agent. */
@Stateless
public class EnrolmentService {

  @Inject Clock clock;
  @Inject AuditTrail audit;
  @Inject DaemonCertificates daemonCertificates;
  @Inject TransferCertificates transferCertificates;

  @PersistenceContext EntityManager em;

  /**
   * Enrols the daemon that presents the token. The token is used up.
   *
   * @throws ProblemException ENROLMENT_REFUSED, or the certificate request is refused and the token
   *     stays good
   */
  @RequiresPermissions(Permissions.SYSTEM)
  public EnrolmentAnswer enrol(EnrolmentRequest request) {
    Agent agent = invited(request);
    IssuedCertificate own = daemonCertificates.issue(agent.commonName(), request.csr());
    agent.enrol(own, clock.instant());
    em.createQuery("delete from AgentRenewal r where r.agentId = :id")
        .setParameter("id", agent.id())
        .executeUpdate();
    audit.record(agent.tenantId(), "agent.enrol", agent.identity(), "certificate " + own.serial());
    if (agent.kind() == DaemonKind.LENDER_AGENT) {
      return new EnrolmentAnswer(String.valueOf(agent.id()), own.chain(), null, null);
    }
    IssuedCertificate ipsec =
        transferCertificates.issueForGateway(
            agent.tenantId(),
            agent.commonName(),
            Objects.requireNonNull(request.ipsecCsr(), "ipsecCsr"));
    transferCertificates.supersede(agent.tenantId(), agent.commonName(), ipsec.serial());
    return new EnrolmentAnswer(
        String.valueOf(agent.id()),
        own.chain(),
        ipsec.certificate(),
        transferCertificates.trust(agent.tenantId()));
  }

  private Agent invited(EnrolmentRequest request) {
    String hash = OneTimeToken.hashOf(request.token().reveal());
    return em.createQuery("select a from Agent a where a.tokenHash = :hash", Agent.class)
        .setParameter("hash", hash)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .filter(a -> a.mayEnrol(request.kind(), clock.instant()))
        .findFirst()
        .orElseThrow(EnrolmentService::refused);
  }

  private static ProblemException refused() {
    return new ProblemException(
        AgentProblem.ENROLMENT_REFUSED, "token", "***", "an unused token for this kind of daemon");
  }
}
