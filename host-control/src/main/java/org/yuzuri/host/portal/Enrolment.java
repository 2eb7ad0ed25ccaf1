package org.yuzuri.host.portal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.host.AtomicFiles;
import org.yuzuri.host.BackOff;
import org.yuzuri.host.DaemonConfig;
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
  private final Path directory;

  public Enrolment(DaemonConfig config, DaemonKind kind) {
    this.config = config;
    this.kind = kind;
    this.directory = config.stateDirectory().resolve("identity");
  }

  /**
   * The daemon's identity; on the first start it waits for the portal as long as that takes.
   *
   * @throws PortalRefusedException the token is wrong or used; nothing but the keys was kept
   */
  public DaemonIdentity ensure() throws InterruptedException {
    DaemonIdentity identity = identity("");
    if (!Files.exists(idFile())) {
      AtomicFiles.privateDirectory(directory);
      keep(enrol(request()), identity);
    }
    return identity(PemFiles.read(idFile()).strip());
  }

  private EnrolmentRequest request() {
    Secret token = new Secret(PemFiles.read(config.enrolmentTokenFile()).strip());
    String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    String csr = KeyAndRequest.ensure(file("agent.key"), file("agent.csr"), name);
    String ipsecCsr =
        kind == DaemonKind.TENANT_GATEWAY
            ? KeyAndRequest.ensure(file("ipsec.key"), file("ipsec.csr"), name)
            : null;
    return new EnrolmentRequest(token, kind, csr, ipsecCsr);
  }

  private EnrolmentAnswer enrol(EnrolmentRequest request) throws InterruptedException {
    PortalClient portal = PortalClient.unidentified(config.portal(), config.trust());
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

  // The id is written last: it says that everything before it is there.
  private void keep(EnrolmentAnswer answer, DaemonIdentity identity) {
    AtomicFiles.replacePrivate(identity.chainFile(), answer.certificateChain());
    if (answer.ipsecCertificate() != null) {
      AtomicFiles.replacePrivate(identity.ipsecCertificateFile(), answer.ipsecCertificate());
      AtomicFiles.replacePrivate(
          identity.ipsecTrustFile(),
          Objects.requireNonNull(answer.ipsecTrust(), "comes with the certificate"));
    }
    AtomicFiles.replacePrivate(idFile(), answer.agentId() + "\n");
    log.info("enrolled as {}", answer.agentId());
  }

  private DaemonIdentity identity(String agentId) {
    return new DaemonIdentity(agentId, file("agent.key"), file("agent.pem"));
  }

  private Path idFile() {
    return file("agent.id");
  }

  private Path file(String name) {
    return directory.resolve(name);
  }
}
