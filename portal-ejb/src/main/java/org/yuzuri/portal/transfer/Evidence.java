package org.yuzuri.portal.transfer;

/** Things that were seen in the course of a transfer; each is noted once, with its time. */
public enum Evidence {
  /** The server has the boot script. */
  SCRIPT_FETCHED,
  /** The server has the kernel. */
  KERNEL_FETCHED,
  /** The server has every initrd. */
  INITRD_FETCHED,
  /** The server showed its throw-away key on its own console; of one that is known by it. */
  KEY_SEEN,
  /** The server got the certificate of the installation tunnel. */
  INSTALL_CERTIFICATE,
  /** The gateway saw the installation tunnel come up. */
  INSTALL_TUNNEL_UP,
  /** The server got its install plan. */
  SETTINGS_SERVED,
  /** The server got the certificate of the production tunnel. */
  PRODUCTION_CERTIFICATE,
  /** The installer says that it is done. */
  BEAT_INSTALLED,
  /** The gateway saw the production tunnel come up. */
  PRODUCTION_TUNNEL_UP
}
