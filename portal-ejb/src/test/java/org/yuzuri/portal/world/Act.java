package org.yuzuri.portal.world;

/** What a server does in the course of a transfer, an erasure or an inspection, in this order. */
enum Act {
  FETCH_SCRIPT,
  FETCH_KERNEL,
  FETCH_INITRD,
  SHOW_KEY,
  ASK_INSTALL_CERTIFICATE,
  INSTALL_TUNNEL,
  FETCH_SETTINGS,
  PACKAGES,
  ASK_PRODUCTION_CERTIFICATE,
  SAY_INSTALLED,
  PRODUCTION_TUNNEL,
  SHOW_ERASER_KEY,
  ERASE,
  REPORT_ERASED,
  SHOW_INSPECTION_KEY,
  INSPECT,
  REPORT_FACTS,
  REPORT_PORT
}
