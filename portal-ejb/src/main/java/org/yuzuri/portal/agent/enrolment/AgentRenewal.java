package org.yuzuri.portal.agent.enrolment;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.agent.AgentCertificate;
import org.yuzuri.portal.pki.IssuedCertificate;
import org.yuzuri.wire.call.RenewalAnswer;
import org.yuzuri.wire.call.RenewalRequest;
import org.yuzuri.wire.value.Sha256;

/**
 * The certificates that an agent was given and has not shown yet; removed at the first use. Holds
 * nothing that a tenant may see and is therefore visible in every session.
 */
@Entity
class AgentRenewal {

  @Id private long agentId;

  private String requestHash;

  @Embedded private AgentCertificate certificate;

  @Column(length = 8192)
  private String chain;

  private @Nullable String ipsecSerial;

  @Column(length = 4096)
  private @Nullable String ipsecCertificate;

  /** For Hibernate. */
  AgentRenewal() {}

  /**
   * @param ipsec null for a lender agent
   */
  AgentRenewal(
      long agentId,
      RenewalRequest request,
      IssuedCertificate own,
      @Nullable IssuedCertificate ipsec,
      Instant now) {
    this.agentId = agentId;
    this.requestHash = hash(request);
    this.certificate = AgentCertificate.of(own, now);
    this.chain = own.chain();
    this.ipsecSerial = ipsec == null ? null : ipsec.serial();
    this.ipsecCertificate = ipsec == null ? null : ipsec.certificate();
  }

  private static String hash(RenewalRequest request) {
    return Sha256.ofText(request.csr() + request.ipsecCsr()).hex();
  }

  /** Whether this request was answered before, with what still holds. */
  boolean answers(RenewalRequest request, Instant now) {
    return requestHash.equals(hash(request)) && !certificate.isOver(now);
  }

  /**
   * @param trust the transfer CA that a gateway trusts, PEM; null for a lender agent
   */
  RenewalAnswer answer(@Nullable String trust) {
    return new RenewalAnswer(chain, ipsecCertificate, trust);
  }

  AgentCertificate certificate() {
    return certificate;
  }

  @Nullable String ipsecSerial() {
    return ipsecSerial;
  }
}
