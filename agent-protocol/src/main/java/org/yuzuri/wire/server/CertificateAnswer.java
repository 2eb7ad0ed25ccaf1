package org.yuzuri.wire.server;

import org.yuzuri.wire.value.Checks;

/** The certificate of a server's throw-away key: PEM, the server's own certificate first. */
public record CertificateAnswer(String certificateChain) {

  public CertificateAnswer {
    Checks.pem(certificateChain, "certificateChain");
  }
}
