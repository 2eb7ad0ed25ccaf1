package org.yuzuri.portal.world;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.run.Surroundings;
import org.yuzuri.portal.site.BootNetwork;
import org.yuzuri.portal.site.gateway.GatewayFacts;
import org.yuzuri.portal.transfer.Transfer;
import org.yuzuri.portal.transfer.boot.BootMaterial;
import org.yuzuri.portal.transfer.boot.Materials;
import org.yuzuri.wire.boot.FileRef;
import org.yuzuri.wire.value.Ipv4Address;
import org.yuzuri.wire.value.Ipv4Prefix;
import org.yuzuri.wire.value.Sha256;

/** One lender's site, one tenant's gateway, one image. */
final class Site implements Surroundings, Materials {

  static final long LENDER_AGENT = 11;
  static final long GATEWAY_AGENT = 12;
  static final String PEM = "-----BEGIN CERTIFICATE-----\nMA==\n-----END CERTIFICATE-----\n";
  static final String CRL = "-----BEGIN X509 CRL-----\nMA==\n-----END X509 CRL-----\n";

  boolean gatewayOnline = true;
  int revocations;

  /** Why nothing more is installed for the tenant. */
  Supplier<Optional<String>> suspension = Optional::empty;

  @Override
  public Optional<String> suspension(long tenantId) {
    return suspension.get();
  }

  @Override
  public BootNetwork bootNetwork(long lenderAgent) {
    return new BootNetwork(
        LENDER_AGENT,
        "192.0.2.0/24",
        "192.0.2.1",
        "192.0.2.17",
        "192.0.2.200",
        List.of("192.0.2.1"));
  }

  @Override
  public boolean isOnline(long agentId) {
    return agentId != GATEWAY_AGENT || gatewayOnline;
  }

  @Override
  public GatewayFacts gateway(Lease lease) {
    return new GatewayFacts(
        GATEWAY_AGENT,
        "CN=gateway-1",
        Ipv4Address.of("203.0.113.10"),
        Ipv4Prefix.of("10.30.0.0/16"),
        22,
        "aes128gcm16-prfsha256-ecp256",
        "aes128gcm16-ecp256");
  }

  @Override
  public String revokeCertificates(Lease lease) {
    revocations++;
    return CRL;
  }

  @Override
  public BootMaterial boot(Transfer transfer) {
    return new BootMaterial(file("1"), List.of(file("2")), "quiet");
  }

  @Override
  public String transferTrust(Transfer transfer) {
    return PEM;
  }

  private static FileRef file(String digit) {
    return new FileRef(new Sha256(digit.repeat(64)), 1000);
  }
}
