package org.yuzuri.wire.call;

import org.jspecify.annotations.Nullable;
import org.yuzuri.wire.value.Checks;

/**
 * An enrolled daemon asks for its next certificates, for new keys.
 *
 * @param csr PKCS#10 PEM for the daemon's client certificate
 * @param ipsecCsr PKCS#10 PEM for the gateway's IPsec certificate; null for a lender agent
 */
public record RenewalRequest(String csr, @Nullable String ipsecCsr) {

  public RenewalRequest {
    Checks.pem(csr, "csr");
    if (ipsecCsr != null) {
      Checks.pem(ipsecCsr, "ipsecCsr");
    }
  }
}
