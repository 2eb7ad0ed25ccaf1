package org.yuzuri.host.portal;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.host.DaemonConfig;
import org.yuzuri.host.identity.CertificateLife;
import org.yuzuri.host.identity.DaemonIdentity;
import org.yuzuri.host.identity.IdentityDirectory;
import org.yuzuri.host.identity.IdentitySet;
import org.yuzuri.host.identity.PemFiles;
import org.yuzuri.wire.call.RenewalAnswer;
import org.yuzuri.wire.call.RenewalRequest;
import org.yuzuri.wire.value.DaemonKind;

/**
 * Renews the daemon's certificates, with new keys, when two thirds of their life are over; nothing
 * else of the daemon is interrupted. Looks at the start and every hour, after a failure sooner. It
 * may be killed at any time: the portal accepts the old certificate until it has seen the new one,
 * and the new one counts here once it is whole on disk (docs/adr/0007).
 */
public final class Renewal implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Renewal.class);

  private final IdentityDirectory identities;
  private final DaemonKind kind;
  private final PortalClient portal;
  private final Consumer<DaemonIdentity> renewed;
  private final Clock clock;
  private final HourlyLook looks =
      new HourlyLook("renewal", this::converge, "certificate is not renewed yet");
  private DaemonIdentity used;

  /**
   * Does nothing before {@link #start()}.
   *
   * @param used what {@code portal} shows now
   * @param renewed told of the new identity before the portal is shown it; told again after a
   *     failure
   */
  public Renewal(
      DaemonConfig config,
      DaemonKind kind,
      DaemonIdentity used,
      PortalClient portal,
      Consumer<DaemonIdentity> renewed,
      Clock clock) {
    this.identities = new IdentityDirectory(config.stateDirectory());
    this.kind = kind;
    this.used = used;
    this.portal = portal;
    this.renewed = renewed;
    this.clock = clock;
  }

  /** Begins to look. */
  public void start() {
    looks.start();
  }

  @Override
  public void close() {
    looks.close();
  }

  /** Looks once; tells how long to wait before the next look. */
  Duration look() {
    return looks.look();
  }

  private void converge() {
    DaemonIdentity newest = newest();
    if (newest.equals(used) && isDue(newest)) {
      ask(newest.agentId());
      newest = newest();
    }
    if (!newest.equals(used)) {
      renewed.accept(newest);
      portal.use(newest);
      used = newest;
      log.info("certificate renewed, until {}", life(newest).end());
    }
    identities.forgetOlder();
  }

  private void ask(String agentId) {
    IdentitySet next = identities.next();
    RenewalAnswer answer = portal.renew(new RenewalRequest(next.csr(kind), next.ipsecCsr(kind)));
    next.keep(agentId, answer.certificateChain(), answer.ipsecCertificate(), answer.ipsecTrust());
  }

  private DaemonIdentity newest() {
    return identities.find().orElseThrow(() -> new IllegalStateException("identity/ is gone"));
  }

  private boolean isDue(DaemonIdentity identity) {
    return life(identity).isDueForRenewal(clock.instant());
  }

  private static CertificateLife life(DaemonIdentity identity) {
    return CertificateLife.of(PemFiles.certificates(identity.chainFile()).get(0));
  }
}
