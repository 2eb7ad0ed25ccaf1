package org.yuzuri.wire.call;

import org.yuzuri.wire.value.Checks;
import org.yuzuri.wire.value.Secret;
import org.yuzuri.wire.value.TunnelPurpose;

/** A leased server asks, through the agent, for the certificate of its throw-away key. */
public record CertificateRequest(Secret token, TunnelPurpose purpose, String csr) {

  public CertificateRequest {
    Checks.bootToken(token);
    Checks.present(purpose, "purpose");
    Checks.pem(csr, "csr");
  }
}
