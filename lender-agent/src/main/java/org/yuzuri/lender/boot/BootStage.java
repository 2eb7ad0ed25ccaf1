package org.yuzuri.lender.boot;

/** How far a booted server is, and with it what its boot token still opens. It never goes back. */
public enum BootStage {
  /** It fetches boot files, as often as its firmware and iPXE need, and asks for a certificate. */
  BOOTING,
  /** It runs what it fetched: boot files are over. */
  RUNNING,
  /** It has its settings: so is the installation certificate; the production certificate is due. */
  INSTALLING
}
