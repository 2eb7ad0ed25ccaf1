package org.yuzuri.wire.call;

import org.jspecify.annotations.Nullable;
import org.yuzuri.wire.value.Checks;
import org.yuzuri.wire.value.DaemonKind;
import org.yuzuri.wire.value.Secret;

/**
 * A new daemon asks for its certificates, with a token that works once.
 *
 * @param csr PKCS#10 PEM for the daemon's client certificate
 * @param ipsecCsr PKCS#10 PEM for the gateway's IPsec certificate; null for a lender agent
 */
public record EnrolmentRequest(
    Secret token, DaemonKind kind, String csr, @Nullable String ipsecCsr) {

  public EnrolmentRequest {
    Checks.present(token, "token");
    Checks.present(kind, "kind");
    Checks.pem(csr, "csr");
    if (kind == DaemonKind.TENANT_GATEWAY) {
      Checks.pem(ipsecCsr, "ipsecCsr");
    } else if (ipsecCsr != null) {
      throw Checks.refused("ipsecCsr", "present", "null for " + kind);
    }
  }
}
