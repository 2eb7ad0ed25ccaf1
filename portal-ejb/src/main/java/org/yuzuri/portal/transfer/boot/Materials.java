package org.yuzuri.portal.transfer.boot;

import org.yuzuri.portal.transfer.Transfer;

/** What a transfer carries onto a server: the tenant's boot image and the tenant's trust. */
public interface Materials {

  /**
   * What the server boots.
   *
   * @throws org.yuzuri.portal.platform.ProblemException the image is gone
   */
  BootMaterial boot(Transfer transfer);

  /** PEM of the tenant's transfer CAs, then of their revocation lists. */
  String transferTrust(Transfer transfer);
}
