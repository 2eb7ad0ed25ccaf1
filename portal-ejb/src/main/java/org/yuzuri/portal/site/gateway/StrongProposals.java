package org.yuzuri.portal.site.gateway;

import java.util.regex.Pattern;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.site.SiteProblem;

/**
 * What a tunnel may be encrypted with, in strongSwan's words: AES-GCM or ChaCha20-Poly1305, SHA-2,
 * and a key exchange of at least 128 bits' strength, for each tunnel a fresh one. Neither 3DES, MD5
 * and SHA-1 nor groups below 3072 bits. Source: RFC 8221 and RFC 8247 (what IPsec and IKEv2 have to
 * and must not use), NIST SP 800-57 part 1, table 2 (strengths).
 */
final class StrongProposals {

  private static final String CIPHER = "(aes(128|256)gcm16|chacha20poly1305)";
  private static final String EXCHANGE =
      "(ecp256|ecp384|ecp521|curve25519|x25519|modp3072|modp4096|modp6144|modp8192)";
  private static final String IKE = CIPHER + "-prfsha(256|384|512)-" + EXCHANGE;
  private static final String ESP = CIPHER + "-" + EXCHANGE;
  private static final Pattern IKE_LIST = upToFour(IKE);
  private static final Pattern ESP_LIST = upToFour(ESP);

  /**
   * Checks the proposals for IKE.
   *
   * @throws ProblemException WEAK_PROPOSALS
   */
  static void checkIke(String field, String proposals) {
    check(IKE_LIST, field, proposals, GatewayDraft.DEFAULT_IKE);
  }

  /**
   * Checks the proposals for ESP; without a key exchange there is no forward secrecy.
   *
   * @throws ProblemException WEAK_PROPOSALS
   */
  static void checkEsp(String field, String proposals) {
    check(ESP_LIST, field, proposals, GatewayDraft.DEFAULT_ESP);
  }

  private static void check(Pattern strong, String field, String proposals, String example) {
    if (!strong.matcher(proposals).matches()) {
      throw new ProblemException(SiteProblem.WEAK_PROPOSALS, field, proposals, example);
    }
  }

  private static Pattern upToFour(String proposal) {
    return Pattern.compile(proposal + "(," + proposal + "){0,3}");
  }

  private StrongProposals() {}
}
