package org.yuzuri.portal.agent;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.pki.IssuedCertificate;
import org.yuzuri.portal.platform.TenantRow;
import org.yuzuri.portal.platform.secret.OneTimeToken;
import org.yuzuri.wire.value.DaemonKind;

/** A daemon: invited by a token, enrolled with a certificate, until it is revoked. */
@Entity
public class Agent extends TenantRow {

  /** Daemons call at least every 25 seconds; longer than this without a call is silence. */
  public static final Duration SILENCE = Duration.ofMinutes(2);

  private static final Duration SLOWED_DOWN_SHOWN = Duration.ofDays(1);
  private static final Duration TOKEN_LIFE = Duration.ofDays(2);

  @Version private long version;

  @Enumerated(EnumType.STRING)
  private DaemonKind kind;

  private String name;

  @Enumerated(EnumType.STRING)
  private AgentState state;

  @Column private @Nullable String tokenHash;
  private @Nullable Instant tokenNotAfter;

  @Embedded private @Nullable AgentCertificate certificate;

  private @Nullable Instant lastContact;
  private @Nullable Instant silentSince;
  private @Nullable String daemonVersion;
  private @Nullable Long clockSkewMillis;
  private @Nullable Instant slowedDownAt;

  /** For Hibernate. */
  Agent() {}

  public Agent(DaemonKind kind, long tenantId, String name) {
    super(tenantId);
    this.kind = kind;
    this.name = name;
    this.state = AgentState.INVITED;
  }

  public Invitation invite(OneTimeToken token, Instant now) {
    tokenHash = token.hash();
    tokenNotAfter = now.plus(TOKEN_LIFE);
    return new Invitation(id(), token.text(), tokenNotAfter);
  }

  public boolean mayEnrol(DaemonKind asKind, Instant now) {
    return kind == asKind && !isRevoked() && tokenNotAfter != null && now.isBefore(tokenNotAfter);
  }

  public void enrol(IssuedCertificate issued, Instant now) {
    tokenHash = null;
    tokenNotAfter = null;
    state = AgentState.ENROLLED;
    certificate = AgentCertificate.of(issued, now);
    heard(now);
  }

  /** The daemon showed the certificate that it was given; the one before is forgotten. */
  public void renew(AgentCertificate next, Instant now) {
    certificate = next;
    heard(now);
  }

  private void heard(Instant now) {
    lastContact = now;
    silentSince = null;
  }

  public void revoke() {
    state = AgentState.REVOKED;
    tokenHash = null;
    tokenNotAfter = null;
    certificate = certificate == null ? null : certificate.revoked();
  }

  public boolean isRevoked() {
    return state == AgentState.REVOKED;
  }

  public boolean isHeard(Instant now) {
    return state == AgentState.ENROLLED && certificate != null && !certificate.isOver(now);
  }

  public boolean wasHeardSince(Instant then) {
    return lastContact != null && !lastContact.isBefore(then);
  }

  public boolean isKnownBy(String fingerprint) {
    return certificate != null && certificate.isKnownBy(fingerprint);
  }

  private boolean isRenewalLate(Instant now) {
    return state == AgentState.ENROLLED && certificate != null && certificate.isLate(now);
  }

  public boolean isOnline(Instant now) {
    Instant until = certificate == null ? null : certificate.notAfter();
    return Presence.of(state, lastContact, until, now) == Presence.ONLINE;
  }

  /** Notes the silence; whether it was news. */
  public boolean fallSilent(Instant now) {
    if (silentSince != null || isOnline(now)) {
      return false;
    }
    silentSince = lastContact;
    return true;
  }

  public void runs(String version) {
    daemonVersion = version;
  }

  public String identity() {
    return identity(kind, id());
  }

  public static String identity(DaemonKind kind, long id) {
    return "CN=" + commonName(kind, id);
  }

  public String commonName() {
    return commonName(kind, id());
  }

  private static String commonName(DaemonKind kind, long id) {
    return (kind == DaemonKind.TENANT_GATEWAY ? "gateway-" : "agent-") + id;
  }

  public DaemonKind kind() {
    return kind;
  }

  public String name() {
    return name;
  }

  public ReportingAgent reporting() {
    return new ReportingAgent(id(), kind, tenantId(), name);
  }

  public AgentView view(Instant now) {
    return new AgentView(
        id(),
        kind,
        tenantId(),
        name,
        identity(),
        state,
        isOnline(now),
        lastContact,
        daemonVersion,
        certificate == null ? null : certificate.fingerprint(),
        certificate == null ? null : certificate.notAfter(),
        isRenewalLate(now),
        clockSkewMillis == null ? null : Duration.ofMillis(clockSkewMillis),
        isSlowedDown(now) ? slowedDownAt : null);
  }

  private boolean isSlowedDown(Instant now) {
    return slowedDownAt != null && slowedDownAt.plus(SLOWED_DOWN_SHOWN).isAfter(now);
  }
}
