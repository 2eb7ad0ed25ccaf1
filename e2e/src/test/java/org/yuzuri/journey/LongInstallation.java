package org.yuzuri.journey;

/**
 * The installation from packages, which takes longest, for tenant B on the first server. It goes on
 * while the classes behind {@link LendingAgainIT}, which begins it, use the other one.
 */
final class LongInstallation {
  static final String SERVER = "lent-17";

  private LongInstallation() {}

  /** Begins it, where nobody has: alone, or after a failure. */
  static void goesOn(Demo demo) {
    try (TenantBrowser beta = demo.browserOf("Tenant B")) {
      if (!beta.hasLeaseOf(SERVER)) {
        FreeServers.free(demo, SERVER);
        order(beta);
      }
    }
  }

  /** Orders it, and opens the page of its transfer. */
  static void order(TenantBrowser beta) {
    beta.chooseForOrder("Debian by kickstart", "Packages");
    beta.placeOrder();
  }
}
