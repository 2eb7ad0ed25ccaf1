package org.yuzuri.portal.pki.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509CRL;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.pki.Authority;
import org.yuzuri.portal.pki.CertificateProfile;
import org.yuzuri.portal.pki.IssuedCertificate;
import org.yuzuri.portal.pki.Requests;
import org.yuzuri.portal.pki.SigningRequest;
import org.yuzuri.portal.pki.TunnelEnd;
import org.yuzuri.portal.platform.PortalDatabase;

/**
 * A tenant's gateway and servers over the whole change from one transfer CA to the next and the one
 * after it, day by day: whoever has a lease reaches its gateway on each of them.
 */
class TransferRolloverIT {

  private static final Duration CERTIFIED_AFTER_BOOT = Duration.ofDays(1);
  private static final Duration LEASE = Duration.ofDays(366);
  private static final int YEARS = 9;

  private final PortalDatabase database = PortalDatabase.shared();
  private final Instant begin = database.clock().instant();
  private final List<TunnelEnd> servers = new ArrayList<>();
  private final Set<String> issuers = new HashSet<>();
  private long tenant;
  private TunnelEnd gateway;

  @BeforeEach
  void addATenant() {
    tenant = database.newTenant("Rollover");
    gateway = certifyGateway(0);
  }

  @AfterEach
  void setTheClockBack() {
    database.clock().setInstant(begin);
  }

  @Test
  void everyLeaseReachesItsGatewayOnEveryDay() throws Exception {
    String booted = "";
    for (int day = 0; day < YEARS * 365; day += 10) {
      database.clock().setInstant(begin.plus(Duration.ofDays(day)));
      if (day % 60 == 0) {
        gateway = certifyGateway(day); // and is off until the next time
      }
      if (day % 50 == 0) {
        booted = anchors();
        database.clock().add(CERTIFIED_AFTER_BOOT);
        servers.add(certifyServer(day, booted));
      }
      Instant now = database.clock().instant();
      servers.removeIf(server -> server.isOver(now));
      for (TunnelEnd server : servers) {
        server.believes(gateway, now);
        gateway.believes(server, now);
      }
      listsHold(now);
    }
    assertThat(issuers).as("CAs that signed").hasSize(3);
  }

  @Test
  void theNextAuthorityIsMadeForATenantThatIsIdle() {
    assertThat(due()).doesNotContain(tenant);
    String first = anchors();
    database.clock().add(CertificateProfile.TRANSFER.longestLife().minus(Rollover.OVERLAP));
    assertThat(due()).contains(tenant);

    database.asPortal(
        w -> {
          w.get(TransferAuthorityService.class).ensureNext(tenant);
          return tenant;
        });

    assertThat(due()).doesNotContain(tenant);
    assertThat(anchors()).startsWith(first).hasSizeGreaterThan(first.length());
  }

  @Test
  void whatTheOldAuthoritySignedIsRevokedInItsOwnList() throws Exception {
    TunnelEnd old = certifyServer(0, anchors());
    database.clock().add(CertificateProfile.TRANSFER.longestLife().minus(Rollover.OVERLAP));
    anchors();
    database.clock().add(Rollover.KNOWN);
    TunnelEnd young = certifyServer(1, anchors());
    assertThat(young.issuer()).isNotEqualTo(old.issuer());

    service(
        s -> {
          s.revoke(tenant, "lease-1-production-1", RevocationReason.CESSATION);
          return null;
        });

    List<X509CRL> lists = TunnelEnd.lists(service(s -> s.crl(tenant)));
    assertThat(lists).hasSize(2);
    assertThat(lists)
        .filteredOn(list -> list.getRevokedCertificate(young.serial()) != null)
        .singleElement()
        .satisfies(list -> young.isIssuedBy(list.getIssuerX500Principal()));
  }

  @Test
  void nothingOutlivesItsAuthority() {
    database.clock().add(CertificateProfile.TRANSFER.longestLife().minus(Duration.ofDays(3)));
    Authority old = Authority.selfSigned(CertificateProfile.TRANSFER, "Transfer CA", begin);

    Instant end =
        Authority.end(
            old.issue(
                CertificateProfile.SERVER,
                "lease-1",
                SigningRequest.of(Requests.fresh()).key(),
                database.clock().instant(),
                LEASE,
                List.of()));

    assertThat(end).isEqualTo(old.notAfter());
  }

  private void listsHold(Instant now) throws Exception {
    List<X509CRL> lists = TunnelEnd.lists(service(s -> s.crl(tenant)));
    assertThat(lists).hasSameSizeAs(TunnelEnd.certificates(anchors()));
    for (X509CRL list : lists) {
      assertThat(list.getNextUpdate().toInstant()).isAfter(now.plus(Duration.ofDays(29)));
    }
  }

  private TunnelEnd certifyGateway(int day) {
    IssuedCertificate issued =
        service(s -> s.issueForGateway(tenant, "gateway-1", Requests.fresh()));
    return end(issued, anchors(), "gateway of day " + day);
  }

  private TunnelEnd certifyServer(int day, String trust) {
    String name = "lease-" + day + "-production-1";
    IssuedCertificate issued =
        service(s -> s.issueForServer(tenant, name, Requests.fresh(), LEASE));
    return end(issued, trust, "server of day " + day);
  }

  private TunnelEnd end(IssuedCertificate issued, String trust, String name) {
    TunnelEnd end = new TunnelEnd(name, issued, trust);
    issuers.add(end.issuer());
    return end;
  }

  private String anchors() {
    return service(s -> s.trust(tenant));
  }

  private List<Long> due() {
    return database.asPortal(w -> w.get(TransferAuthorityService.class).listDue());
  }

  private <T> T service(Function<TransferCertificates, T> call) {
    return database.asPortal(w -> call.apply(w.get(TransferCertificates.class)));
  }
}
