package org.yuzuri.portal.world;

/** What a server does in the course of a transfer, an erasure or an inspection, in this order. */
enum Act {
  FETCH_SCRIPT,
  FETCH_KERNEL,
  FETCH_INITRD,
  ASK_INSTALL_CERTIFICATE,
  INSTALL_TUNNEL,
  FETCH_SETTINGS,
  PACKAGES,
  ASK_PRODUCTION_CERTIFICATE,
  SAY_INSTALLED,
  PRODUCTION_TUNNEL,
  ERASE,
  REPORT_ERASED,
  INSPECT,
  REPORT_FACTS
}
