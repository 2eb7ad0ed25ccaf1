package org.yuzuri.portal.agent.enrolment;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.agent.Agent;
import org.yuzuri.portal.agent.AgentProblem;
import org.yuzuri.portal.agent.ReportingAgent;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.pki.IssuedCertificate;
import org.yuzuri.portal.pki.key.DaemonCertificates;
import org.yuzuri.portal.pki.transfer.TransferCertificates;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.wire.call.RenewalAnswer;
import org.yuzuri.wire.call.RenewalRequest;
import org.yuzuri.wire.value.DaemonKind;

/**
 * Gives an enrolled agent its next certificates (docs/adr/0007). INVARIANT: at every moment the
 * certificate that the agent showed last is accepted, until it shows the one it was given after it.
 */
@Stateless
public class RenewalService {

  @Inject Clock clock;
  @Inject AuditTrail audit;
  @Inject DaemonCertificates daemonCertificates;
  @Inject TransferCertificates transferCertificates;

  @PersistenceContext EntityManager em;

  /**
   * The next certificates of the agent. The same request gets the same answer until it is used;
   * another one takes its place.
   *
   * @param fingerprint of the certificate that the agent shows, SHA-256
   * @throws ProblemException UNKNOWN_AGENT when the agent is no longer known by it; INVALID for an
   *     {@code ipsecCsr} that is not for this kind of daemon; or a request is refused
   */
  @RequiresPermissions(Permissions.SYSTEM)
  public RenewalAnswer renew(long agentId, String fingerprint, RenewalRequest request) {
    Agent agent = em.find(Agent.class, agentId, LockModeType.PESSIMISTIC_WRITE);
    if (agent == null || !agent.isKnownBy(fingerprint) || !agent.isHeard(clock.instant())) {
      throw AgentProblem.unknownAgent();
    }
    checkIpsec(agent, request);
    AgentRenewal renewal = em.find(AgentRenewal.class, agentId);
    if (renewal == null || !renewal.answers(request, clock.instant())) {
      renewal = em.merge(issue(agent, request));
    }
    return renewal.answer(hasTunnels(agent) ? transferCertificates.trust(agent.tenantId()) : null);
  }

  /**
   * The agent that shows this certificate for the first time: from now on it is known by it alone.
   *
   * @param fingerprint SHA-256 of the certificate, 64 hexadecimal digits
   */
  @RequiresPermissions(Permissions.SYSTEM)
  public Optional<ReportingAgent> firstUse(String fingerprint) {
    return em.createQuery(
            "select r.agentId from AgentRenewal r where r.certificate.fingerprint = :print",
            Long.class)
        .setParameter("print", fingerprint)
        .getResultStream()
        .findFirst()
        .map(id -> em.find(Agent.class, id, LockModeType.PESSIMISTIC_WRITE))
        .filter(agent -> mayUse(agent, fingerprint))
        .map(Agent::reporting);
  }

  private boolean mayUse(Agent agent, String fingerprint) {
    AgentRenewal renewal = em.find(AgentRenewal.class, agent.id());
    if (renewal != null
        && renewal.certificate().isKnownBy(fingerprint)
        && !renewal.certificate().isOver(clock.instant())
        && !agent.isRevoked()) {
      use(agent, renewal);
    }
    // Another call with the same certificate may have been a moment faster.
    return agent.isKnownBy(fingerprint) && agent.isHeard(clock.instant());
  }

  private void use(Agent agent, AgentRenewal renewal) {
    agent.renew(renewal.certificate(), clock.instant());
    if (renewal.ipsecSerial() != null) {
      transferCertificates.supersede(agent.tenantId(), agent.commonName(), renewal.ipsecSerial());
    }
    em.remove(renewal);
    audit.record(
        agent.tenantId(),
        "agent.renewed",
        agent.identity(),
        "certificate " + renewal.certificate().serial());
  }

  private AgentRenewal issue(Agent agent, RenewalRequest request) {
    IssuedCertificate own = daemonCertificates.issue(agent.commonName(), request.csr());
    audit.record(agent.tenantId(), "agent.renew", agent.identity(), "certificate " + own.serial());
    return new AgentRenewal(agent.id(), request, own, ipsec(agent, request), clock.instant());
  }

  private @Nullable IssuedCertificate ipsec(Agent agent, RenewalRequest request) {
    return hasTunnels(agent)
        ? transferCertificates.issueForGateway(
            agent.tenantId(),
            agent.commonName(),
            Objects.requireNonNull(request.ipsecCsr(), "ipsecCsr"))
        : null;
  }

  private static void checkIpsec(Agent agent, RenewalRequest request) {
    if (hasTunnels(agent) != (request.ipsecCsr() != null)) {
      throw ProblemException.invalid(
          "ipsecCsr",
          request.ipsecCsr() == null ? "null" : "present",
          hasTunnels(agent) ? "PKCS#10 in PEM" : "null for " + agent.kind());
    }
  }

  private static boolean hasTunnels(Agent agent) {
    return agent.kind() == DaemonKind.TENANT_GATEWAY;
  }
}
