package org.yuzuri.portal.web.agent;

import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many calls of each certificate are open: those at work and those that wait. Thread-safe. */
final class OpenCalls {

  private final int limit;
  private final Map<X509Certificate, Integer> open = new ConcurrentHashMap<>();

  OpenCalls(int limit) {
    this.limit = limit;
  }

  /** Opens one more, unless that were too many; one that is open is to be closed. */
  boolean isOpened(X509Certificate certificate) {
    if (open.merge(certificate, 1, Integer::sum) <= limit) {
      return true;
    }
    close(certificate);
    return false;
  }

  void close(X509Certificate certificate) {
    open.computeIfPresent(certificate, (same, count) -> count == 1 ? null : count - 1);
  }
}
