package org.yuzuri.portal.access;

/**
 * The address from which the request came that this thread works on. Set at the edge for the time
 * of the request; work of the portal itself has none.
 */
public final class RequestSource {

  private static final ThreadLocal<String> CURRENT = ThreadLocal.withInitial(() -> "");

  private RequestSource() {}

  /** The address as the server saw it; empty when no request is worked on. */
  public static String current() {
    return CURRENT.get();
  }

  /** From here on this thread works for a request from this address. */
  public static void begin(String address) {
    CURRENT.set(address);
  }

  /** The request is over. */
  public static void end() {
    CURRENT.remove();
  }
}
