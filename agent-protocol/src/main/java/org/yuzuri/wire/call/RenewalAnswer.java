package org.yuzuri.wire.call;

import org.jspecify.annotations.Nullable;
import org.yuzuri.wire.value.Checks;

/**
 * The daemon's next certificates. Those it has stay good until the new one is first shown.
 *
 * @param certificateChain PEM, the daemon's own certificate first
 * @param ipsecCertificate PEM for a gateway, otherwise null
 * @param ipsecTrust PEM of the transfer CAs that the gateway trusts, otherwise null
 */
public record RenewalAnswer(
    String certificateChain, @Nullable String ipsecCertificate, @Nullable String ipsecTrust) {

  public RenewalAnswer {
    Checks.pem(certificateChain, "certificateChain");
    if (ipsecCertificate != null) {
      Checks.pem(ipsecCertificate, "ipsecCertificate");
      Checks.pem(ipsecTrust, "ipsecTrust");
    }
  }
}
