package org.yuzuri.wire.call;

import org.jspecify.annotations.Nullable;
import org.yuzuri.wire.value.Checks;

/**
 * The daemon's certificates.
 *
 * @param certificateChain PEM, the daemon's own certificate first
 * @param ipsecCertificate PEM for a gateway, otherwise null
 * @param ipsecTrust PEM of the transfer CAs that the gateway trusts, otherwise null
 */
public record EnrolmentAnswer(
    String agentId,
    String certificateChain,
    @Nullable String ipsecCertificate,
    @Nullable String ipsecTrust) {

  public EnrolmentAnswer {
    Checks.text(agentId, 100, "agentId");
    Checks.pem(certificateChain, "certificateChain");
    if (ipsecCertificate != null) {
      Checks.pem(ipsecCertificate, "ipsecCertificate");
      Checks.pem(ipsecTrust, "ipsecTrust");
    }
  }
}
