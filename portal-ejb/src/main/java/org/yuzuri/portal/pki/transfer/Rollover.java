package org.yuzuri.portal.pki.transfer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.yuzuri.portal.pki.CertificateProfile;

/**
 * When a tenant's next transfer CA is made, and which one signs what until the last one ends
 * (docs/adr/0014). Ages count from the making of the CA. Pure.
 */
final class Rollover {

  /**
   * Age from which a CA signs servers' certificates. Gateways hear of it within the hour; one that
   * did not within this time has a certificate that ended, and learns of it as it enrols again.
   */
  static final Duration KNOWN = CertificateProfile.GATEWAY.longestLife();

  /**
   * Age from which it signs gateways' certificates: no server is left that was installed without
   * knowing it. Its production certificate may be issued some days after its boot was prepared.
   */
  static final Duration SETTLED = CertificateProfile.SERVER.longestLife().plus(Duration.ofDays(7));

  /**
   * How long before a CA's end the next one is made: the last gateway's certificate of the old one
   * ends within, and so does the last server's. Some days are left for a portal that was off.
   */
  static final Duration OVERLAP =
      SETTLED.plus(CertificateProfile.GATEWAY.longestLife()).plus(Duration.ofDays(6));

  private Rollover() {}

  /** Whether the next CA is due. */
  static boolean isDue(TransferAuthority newest, Instant now) {
    return !now.isBefore(newest.notAfter().minus(OVERLAP));
  }

  /**
   * The newest CA of this age, or else the oldest there is.
   *
   * @param alive CAs that have not ended, oldest first, at least one
   */
  static TransferAuthority signing(List<TransferAuthority> alive, Duration age, Instant now) {
    TransferAuthority signing = alive.get(0);
    for (TransferAuthority next : alive) {
      if (!now.isBefore(next.madeAt().plus(age))) {
        signing = next;
      }
    }
    return signing;
  }
}
