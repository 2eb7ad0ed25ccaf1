package org.yuzuri.portal.agent;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yuzuri.portal.pki.key.FakeDaemonCertificates.fingerprint;

import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.agent.enrolment.ContactService;
import org.yuzuri.portal.agent.enrolment.EnrolmentService;
import org.yuzuri.portal.agent.enrolment.RenewalService;
import org.yuzuri.portal.agent.view.AgentService;
import org.yuzuri.portal.pki.Requests;
import org.yuzuri.portal.pki.transfer.TransferCertificates;
import org.yuzuri.portal.platform.Portal;
import org.yuzuri.portal.platform.PortalDatabase;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.wire.call.EnrolmentRequest;
import org.yuzuri.wire.call.RenewalAnswer;
import org.yuzuri.wire.call.RenewalRequest;
import org.yuzuri.wire.value.DaemonKind;
import org.yuzuri.wire.value.Secret;

/** A gateway's certificates are replaced while it works; no moment leaves it without a good one. */
class RenewingACertificateIT {

  private final PortalDatabase database = PortalDatabase.shared();
  private final RenewalRequest request = request();
  private final String old = Requests.fresh();
  private long tenant;
  private long gateway;

  @BeforeEach
  void enrolAGateway() {
    tenant = database.newTenant("Renewals");
    Invitation invitation =
        database.as(tenant, Role.TENANT_ADMIN, w -> w.get(Agents.class).inviteGateway("G"));
    gateway = invitation.agentId();
    enrol(invitation, old);
  }

  @Test
  void theOldCertificateIsGoodUntilTheNewOneIsFirstShown() {
    renew(request);
    assertThat(identify(old).id()).isEqualTo(gateway);
    assertThat(identify(old).id()).isEqualTo(gateway);

    assertThat(identify(request.csr()).id()).isEqualTo(gateway);

    isUnknown(old);
    assertThat(identify(request.csr()).id()).isEqualTo(gateway);
    assertThat(view().fingerprint()).isEqualTo(fingerprint(request.csr()));
    assertThat(audited()).containsSubsequence("agent.enrol", "agent.renew", "agent.renewed");
  }

  @Test
  void aLostAnswerIsGivenAgain() {
    RenewalAnswer lost = renew(request);
    database.clock().add(Duration.ofDays(1));

    assertThat(renew(request)).isEqualTo(lost);

    assertThat(audited()).filteredOn("agent.renew"::equals).hasSize(1);
  }

  @Test
  void aDaemonThatLostItsNewKeyMayAskWithAnother() {
    RenewalRequest another = request();
    renew(request);
    renew(another);

    isUnknown(request.csr());
    assertThat(identify(old).id()).isEqualTo(gateway);
    assertThat(identify(another.csr()).id()).isEqualTo(gateway);
  }

  @Test
  void theNextRenewalStartsFromTheRenewedCertificate() {
    renew(request);
    identify(request.csr());
    RenewalRequest next = request();

    assertThatThrownBy(() -> renew(next)).hasMessageContaining("UNKNOWN_AGENT");
    renewShowing(request.csr(), next);

    assertThat(identify(next.csr()).id()).isEqualTo(gateway);
    isUnknown(request.csr());
  }

  @Test
  void theTunnelCertificatesChangeAtTheSameMoment() throws GeneralSecurityException {
    RenewalAnswer answer = renew(request);
    assertThat(answer.ipsecCertificate()).contains("BEGIN CERTIFICATE");
    assertThat(answer.ipsecTrust()).contains("BEGIN CERTIFICATE");
    assertThat(revoked()).isZero();

    identify(request.csr());

    assertThat(revoked()).isEqualTo(1);
  }

  @Test
  void aRevokedAgentNeitherGetsNorUsesACertificate() {
    renew(request);
    portal(
        w -> {
          w.get(AgentService.class).revoke(gateway);
          return null;
        });

    isUnknown(old);
    isUnknown(request.csr());
    assertThatThrownBy(() -> renew(request)).hasMessageContaining("UNKNOWN_AGENT");
  }

  @Test
  void aNewEnrolmentEndsTheRenewalUnderWay() {
    renew(request);
    Invitation again =
        database.as(tenant, Role.TENANT_ADMIN, w -> w.get(Agents.class).inviteAgain(gateway));
    String enrolled = Requests.fresh();
    enrol(again, enrolled);

    isUnknown(request.csr());
    isUnknown(old);
    assertThat(identify(enrolled).id()).isEqualTo(gateway);
  }

  @Test
  void aCertificateThatEndedUnusedOpensNothing() {
    renew(request);
    database.clock().add(Duration.ofDays(91));

    isUnknown(old);
    isUnknown(request.csr());
  }

  @Test
  void aGatewayAsksForBothCertificates() {
    assertThatThrownBy(() -> renew(new RenewalRequest(Requests.fresh(), null)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("ipsecCsr");
  }

  @Test
  void whoHasNotRenewedAtSevenEighthsOfTheLifeIsShownAsLate() {
    database.clock().add(Duration.ofDays(78));
    assertThat(view().renewalLate()).isFalse();
    database.clock().add(Duration.ofDays(1));
    assertThat(view().renewalLate()).isTrue();

    renew(request);
    identify(request.csr());

    assertThat(view().renewalLate()).isFalse();
  }

  @Test
  void clockThatIsFurtherOffThanHalfAMinuteIsShown() {
    assertThat(view().isClockOff()).isFalse();

    clockIsOff(Duration.ofSeconds(-45));
    assertThat(view().isClockOff()).isTrue();
    assertThat(view().isClockAhead()).isFalse();
    assertThat(view().clockOffSeconds()).isEqualTo(45);

    clockIsOff(Duration.ofSeconds(31));
    assertThat(view().isClockOff()).isTrue();
    assertThat(view().isClockAhead()).isTrue();

    clockIsOff(Duration.ofSeconds(28));
    assertThat(view().isClockOff()).isFalse();
  }

  private void clockIsOff(Duration skew) {
    portal(
        w -> {
          w.get(ContactService.class).clockRead(gateway, database.clock().instant().plus(skew));
          return gateway;
        });
  }

  private static RenewalRequest request() {
    return new RenewalRequest(Requests.fresh(), Requests.fresh());
  }

  private void enrol(Invitation invitation, String csr) {
    EnrolmentRequest enrolment =
        new EnrolmentRequest(
            new Secret(invitation.token()), DaemonKind.TENANT_GATEWAY, csr, Requests.fresh());
    portal(w -> w.get(EnrolmentService.class).enrol(enrolment));
  }

  private RenewalAnswer renew(RenewalRequest wanted) {
    return renewShowing(old, wanted);
  }

  private RenewalAnswer renewShowing(String csr, RenewalRequest wanted) {
    return portal(w -> w.get(RenewalService.class).renew(gateway, fingerprint(csr), wanted));
  }

  private ReportingAgent identify(String csr) {
    return portal(w -> w.get(ContactService.class).identify(fingerprint(csr)));
  }

  private void isUnknown(String csr) {
    assertThatThrownBy(() -> identify(csr)).hasMessageContaining("UNKNOWN_AGENT");
  }

  private AgentView view() {
    return portal(w -> w.get(AgentService.class).view(gateway));
  }

  private List<String> audited() {
    return portal(
        w ->
            w.get(EntityManager.class)
                .createQuery(
                    "select a.action from AuditEntry a where a.subject = :who and a.tenantId = :of"
                        + " order by a.id",
                    String.class)
                .setParameter("who", "CN=gateway-" + gateway)
                .setParameter("of", tenant)
                .getResultList());
  }

  private int revoked() throws GeneralSecurityException {
    String pem = portal(w -> w.get(TransferCertificates.class).crl(tenant));
    var entries =
        ((X509CRL)
                CertificateFactory.getInstance("X.509")
                    .generateCRL(new ByteArrayInputStream(pem.getBytes(US_ASCII))))
            .getRevokedCertificates();
    return entries == null ? 0 : entries.size();
  }

  private <T> T portal(Function<Portal, T> work) {
    return database.asPortal(work);
  }
}
