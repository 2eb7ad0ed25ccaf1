package org.yuzuri.host.portal;

import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.host.BackOff;
import org.yuzuri.host.DaemonConfig;
import org.yuzuri.host.identity.DaemonIdentity;
import org.yuzuri.host.identity.IdentityDirectory;
import org.yuzuri.host.identity.IdentitySet;
import org.yuzuri.host.identity.PemFiles;
import org.yuzuri.wire.call.EnrolmentAnswer;
import org.yuzuri.wire.call.EnrolmentRequest;
import org.yuzuri.wire.value.DaemonKind;
import org.yuzuri.wire.value.Secret;

/**
 * The daemon's first start: makes its keys and swaps the one-time token for certificates. Later
 * starts find the certificate in the state directory and ask nobody.
 */
public final class Enrolment {

  private static final Logger log = LoggerFactory.getLogger(Enrolment.class);

  private final DaemonConfig config;
  private final DaemonKind kind;
  private final IdentityDirectory identities;

  public Enrolment(DaemonConfig config, DaemonKind kind) {
    this.config = config;
    this.kind = kind;
    this.identities = new IdentityDirectory(config.stateDirectory());
  }

  /**
   * The daemon's identity; on the first start it waits for the portal as long as that takes.
   *
   * @throws PortalRefusedException the token is wrong or used; nothing but the keys was kept
   */
  public DaemonIdentity ensure() throws InterruptedException {
    Optional<DaemonIdentity> known = identities.find();
    return known.isPresent() ? known.get() : enrol(identities.enrolled());
  }

  private DaemonIdentity enrol(IdentitySet set) throws InterruptedException {
    EnrolmentAnswer answer = ask(request(set));
    set.keep(
        answer.agentId(),
        answer.certificateChain(),
        answer.ipsecCertificate(),
        answer.ipsecTrust());
    log.info("enrolled as {}", answer.agentId());
    return set.identity();
  }

  private EnrolmentRequest request(IdentitySet set) {
    Secret token = new Secret(PemFiles.read(config.enrolmentTokenFile()).strip());
    return new EnrolmentRequest(token, kind, set.csr(kind), set.ipsecCsr(kind));
  }

  private EnrolmentAnswer ask(EnrolmentRequest request) throws InterruptedException {
    PortalClient portal = PortalClient.unidentified(config);
    BackOff backOff = new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(30));
    while (true) {
      try {
        return portal.enrol(request);
      } catch (PortalUnavailableException e) {
        Duration wait = backOff.nextWait();
        log.warn("enrolment waits {} ms for the portal: {}", wait.toMillis(), e.getMessage());
        Thread.sleep(wait.toMillis());
      }
    }
  }
}
