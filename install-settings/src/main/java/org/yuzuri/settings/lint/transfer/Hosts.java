package org.yuzuri.settings.lint.transfer;

/** The host of an address; nothing is resolved. */
public final class Hosts {

  private Hosts() {}

  /** The host of {@code http://user@[2001:db8::1]:80/path}, or of {@code host:/path}. */
  public static String of(String address) {
    int scheme = address.indexOf("://");
    String rest = scheme < 0 ? address : address.substring(scheme + "://".length());
    int end = rest.length();
    for (int i = 0; i < rest.length(); i++) {
      if ("/?#\\".indexOf(rest.charAt(i)) >= 0) {
        end = i;
        break;
      }
    }
    String authority = rest.substring(0, end);
    String host = authority.substring(authority.lastIndexOf('@') + 1);
    if (host.startsWith("[")) {
      int close = host.indexOf(']');
      return close < 0 ? host : host.substring(1, close);
    }
    int colon = host.indexOf(':');
    return colon >= 0 && colon == host.lastIndexOf(':') ? host.substring(0, colon) : host;
  }
}
