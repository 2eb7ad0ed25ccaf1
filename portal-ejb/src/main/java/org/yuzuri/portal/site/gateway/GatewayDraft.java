package org.yuzuri.portal.site.gateway;

import java.util.function.Function;
import java.util.regex.Pattern;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.wire.value.Ipv4Address;
import org.yuzuri.wire.value.Ipv4Prefix;

/**
 * What a member enters for a gateway.
 *
 * @param name unique within the tenant
 * @param outsideAddress IPv4
 * @param range CIDR
 * @param pool CIDR within the range
 * @param ikeProposals strongSwan's notation; null for the default
 * @param espProposals strongSwan's notation; null for the default
 */
public record GatewayDraft(
    String name,
    String outsideAddress,
    String range,
    String pool,
    int managementPort,
    String ikeProposals,
    String espProposals) {

  /**
   * AES-GCM and P-256: quick on servers without special hardware, and in Debian 12's strongSwan.
   */
  public static final String DEFAULT_IKE = "aes128gcm16-prfsha256-ecp256";

  /** As above, with a fresh key exchange for each tunnel. */
  public static final String DEFAULT_ESP = "aes128gcm16-ecp256,chacha20poly1305-ecp256";

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,62}");
  private static final int LARGEST_PORT = 65535;
  private static final int SHORTEST_POOL = 16;
  private static final int LONGEST_POOL = 30;

  /** Fills in the default proposals. */
  public GatewayDraft {
    ikeProposals = isBlank(ikeProposals) ? DEFAULT_IKE : ikeProposals;
    espProposals = isBlank(espProposals) ? DEFAULT_ESP : espProposals;
  }

  /** With the default proposals. */
  public GatewayDraft(
      String name, String outsideAddress, String range, String pool, int managementPort) {
    this(name, outsideAddress, range, pool, managementPort, DEFAULT_IKE, DEFAULT_ESP);
  }

  void check() {
    matching("name", name, NAME, "1 to 63 letters, digits, spaces, dots, dashes, underscores");
    parsed("outsideAddress", outsideAddress, Ipv4Address::of, "an IPv4 address");
    Ipv4Prefix wholeRange = network("range", range);
    Ipv4Prefix addresses = network("pool", pool);
    if (!wholeRange.contains(addresses.address()) || addresses.length() <= wholeRange.length()) {
      throw ProblemException.invalid(
          "pool", pool, "a network within " + range + " that leaves room for the site itself");
    }
    if (addresses.length() < SHORTEST_POOL || addresses.length() > LONGEST_POOL) {
      throw ProblemException.invalid("pool", pool, "a prefix length of 16 to 30");
    }
    if (wholeRange.contains(Ipv4Address.of(outsideAddress))) {
      throw ProblemException.invalid("outsideAddress", outsideAddress, "one outside " + range);
    }
    if (managementPort < 1 || managementPort > LARGEST_PORT) {
      throw ProblemException.invalid("managementPort", managementPort, "1 to 65535");
    }
    StrongProposals.checkIke("ikeProposals", ikeProposals);
    StrongProposals.checkEsp("espProposals", espProposals);
  }

  private static void matching(String field, String value, Pattern pattern, String expected) {
    if (value == null || !pattern.matcher(value).matches()) {
      throw ProblemException.invalid(field, value, expected);
    }
  }

  private static Ipv4Prefix network(String field, String value) {
    String expected = "a network such as 10.30.0.0/16";
    Ipv4Prefix prefix = parsed(field, value, Ipv4Prefix::of, expected);
    if (!prefix.equals(prefix.network())) {
      throw ProblemException.invalid(field, value, prefix.network().toString());
    }
    return prefix;
  }

  private static <T> T parsed(
      String field, String value, Function<String, T> parser, String expected) {
    try {
      return parser.apply(value);
    } catch (IllegalArgumentException wrong) {
      throw ProblemException.invalid(field, value, expected);
    }
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }
}
