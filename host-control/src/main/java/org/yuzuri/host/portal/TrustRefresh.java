package org.yuzuri.host.portal;

import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.host.AtomicFiles;
import org.yuzuri.host.DaemonConfig;
import org.yuzuri.host.identity.IdentityDirectory;
import org.yuzuri.host.identity.PortalRoots;
import org.yuzuri.wire.call.TrustAnswer;

/**
 * Asks the portal every hour whom to believe: its roots, and for a gateway the tenant's transfer
 * CAs with their revocation lists. So no CA ends before the next one is known, and no list at all
 * (docs/adr/0014).
 */
public final class TrustRefresh implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(TrustRefresh.class);

  private final IdentityDirectory identities;
  private final PortalRoots roots;
  private final PortalClient portal;
  private final Consumer<TrustAnswer> learned;
  private final HourlyLook looks =
      new HourlyLook("trust", this::converge, "whom to believe is not known anew yet");

  /**
   * Does nothing before {@link #start()}.
   *
   * @param learned told of each answer, also of one that brings nothing new; told again after it
   *     throws
   */
  public TrustRefresh(DaemonConfig config, PortalClient portal, Consumer<TrustAnswer> learned) {
    this.identities = new IdentityDirectory(config.stateDirectory());
    this.roots = PortalRoots.of(config);
    this.portal = portal;
    this.learned = learned;
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
    TrustAnswer answer = portal.trust();
    if (roots.learn(answer.portalTrust())) {
      portal.useRootsAnew();
      log.info("believes {} roots of the portal", roots.certificates().size());
    }
    if (answer.ipsecTrust() != null) {
      // Beside the certificate that it came with, for the daemon's next start.
      String trust = answer.ipsecTrust();
      identities.find().ifPresent(own -> AtomicFiles.replacePrivate(own.ipsecTrustFile(), trust));
    }
    learned.accept(answer);
  }
}
