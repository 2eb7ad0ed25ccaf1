package org.yuzuri.journey;

import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/**
 * Servers that the classes of the journey find free, also after a class that failed: each of them
 * says for itself what does not work, and those behind it do not fail for want of a server. After
 * one that did not fail an erasure may have to be waited for.
 */
final class FreeServers {
  private static final Duration LIMIT = Duration.ofMinutes(20);
  private static final String FREE = "AVAILABLE";
  private static final String NOT_ADMITTED = "ENROLLED";
  private static final List<String> WAIT_FOR_THE_OPERATOR = List.of("QUARANTINED", "WIPE_FAILED");
  private static final List<String> TENANTS = List.of("Tenant A", "Tenant B");

  private FreeServers() {}

  /** Returns who has it, releases it, and waits for its erasure, as far as it is not free. */
  static void free(Demo demo, String server) {
    try (OperatorBrowser operator = demo.operator()) {
      operator.openServer(server);
      String left = operator.serverState();
      if (left.equals(FREE)) {
        return;
      }
      System.out.println(server + " is " + left + "; it is waited for until it is free");
      for (String tenant : TENANTS) {
        try (TenantBrowser browser = demo.browserOf(tenant)) {
          browser.endLeaseOf(server);
        }
      }
      Awaitility.await(server + " is free again")
          .atMost(LIMIT)
          .pollInterval(Duration.ofSeconds(2))
          .pollInSameThread()
          .until(() -> isFree(operator, server));
    }
  }

  private static boolean isFree(OperatorBrowser operator, String server) {
    operator.openServer(server);
    if (WAIT_FOR_THE_OPERATOR.contains(operator.serverState())) {
      operator.releaseServer();
    } else if (operator.serverState().equals(NOT_ADMITTED)) {
      operator.admitAsFound();
    }
    return operator.serverState().equals(FREE);
  }
}
