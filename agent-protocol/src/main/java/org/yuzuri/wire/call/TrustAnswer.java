package org.yuzuri.wire.call;

import org.jspecify.annotations.Nullable;
import org.yuzuri.wire.value.Checks;

/**
 * Whom the daemon is to believe from now on.
 *
 * @param portalTrust PEM of the roots that the portal's certificate may lead to
 * @param ipsecTrust PEM of the transfer CAs that a gateway trusts, otherwise null
 * @param ipsecRevocations PEM of their revocation lists, one each, otherwise null
 */
public record TrustAnswer(
    String portalTrust, @Nullable String ipsecTrust, @Nullable String ipsecRevocations) {

  public TrustAnswer {
    Checks.pem(portalTrust, "portalTrust");
    if (ipsecTrust != null) {
      Checks.pem(ipsecTrust, "ipsecTrust");
      Checks.longPem(ipsecRevocations, "ipsecRevocations");
    }
  }
}
