package org.yuzuri.gateway.tunnel;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Takes PEM blocks (RFC 7468) out of a text, each with an end of line. */
final class PemBlocks {
  private static final Pattern CERTIFICATE = pattern("CERTIFICATE");
  private static final Pattern REVOCATION_LIST = pattern("X509 CRL");

  private PemBlocks() {}

  static List<String> certificates(String text) {
    return all(CERTIFICATE, text);
  }

  static List<String> revocationLists(String text) {
    return all(REVOCATION_LIST, text);
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(MatchResult::group).map(pem -> pem + "\n").toList();
  }

  private static Pattern pattern(String label) {
    return Pattern.compile(
        "-----BEGIN " + label + "-----.*?-----END " + label + "-----", Pattern.DOTALL);
  }
}
