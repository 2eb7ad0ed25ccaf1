package org.yuzuri.lender.http;

import org.yuzuri.wire.server.CertificateRequest;
import org.yuzuri.wire.server.SettingsRequest;

/** The portal as {@link Relay} sees it; it answers what a test has set. */
final class SimulatedPortal implements Relay.Portal {
  String certificate = "";
  RuntimeException failure;
  CertificateRequest lastCertificate;
  SettingsRequest lastSettings;

  @Override
  public String certificate(CertificateRequest request) {
    fail();
    lastCertificate = request;
    return certificate;
  }

  @Override
  public String settings(SettingsRequest request) {
    fail();
    lastSettings = request;
    return "lang en_US\n";
  }

  private void fail() {
    if (failure != null) {
      throw failure;
    }
  }
}
