package org.yuzuri.host.firewall;

import java.util.List;
import java.util.regex.Pattern;
import org.yuzuri.wire.value.Ipv4Address;

/**
 * What a site's firewall does with packets before the grants are asked, and what it lets through
 * without one. Immutable.
 *
 * @param input rules of chain {@code input}, whose policy is accept
 * @param forward rules of chain {@code forward}, whose policy is drop
 */
public record SiteRules(List<String> input, List<String> forward) {

  /** Connections that one leased server may have open to the boot endpoints. */
  static final int MOST_CONNECTIONS = 16;

  /**
   * Connections that one leased server may begin a second, and at once, to the boot endpoints: a
   * booting server makes one for each call, a few a second at most.
   */
  static final int MOST_NEW_A_SECOND = 20;

  static final int MOST_NEW_AT_ONCE = 100;

  private static final Pattern INTERFACE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,14}");

  /** Copies. */
  public SiteRules {
    input = List.copyOf(input);
    forward = List.copyOf(forward);
  }

  /**
   * The lender's site: leased servers reach DHCP, TFTP and the boot endpoints of this machine, and
   * beyond it what is granted.
   *
   * @param bootInterface where the leased servers are
   * @param bootAddress this machine's address there
   * @param bootPort of the boot endpoints
   */
  public static SiteRules lender(String bootInterface, Ipv4Address bootAddress, int bootPort) {
    String boot = checked(bootInterface);
    return new SiteRules(
        List.of(
            "iifname != \"" + boot + "\" accept",
            "ct state established ct direction reply accept",
            "udp sport 68 udp dport 67 accept",
            "ip daddr " + bootAddress + " udp dport 69 accept",
            "ip daddr " + bootAddress + " tcp dport " + bootPort + rate(),
            "ip daddr " + bootAddress + " tcp dport " + bootPort + limit(),
            "ip daddr " + bootAddress + " tcp dport " + bootPort + " accept",
            "ip daddr " + bootAddress + " icmp type echo-request accept",
            "jump grants",
            "drop"),
        List.of(
            "ip protocol icmp ct state related icmp type { destination-unreachable, time-exceeded }"
                + " accept",
            "jump grants"));
  }

  /**
   * The tenant's edge: from outside only what is granted (IKE and ESP in UDP), out of the tunnels
   * only what is granted, and nothing of the tenant's in clear on the outside.
   *
   * <p>Tunnelled packets arrive on {@code ipsec0} where strongSwan does ESP itself, and on the
   * outside interface, marked as decrypted, where the kernel does.
   *
   * @param outsideInterface where the internet is
   */
  public static SiteRules gateway(String outsideInterface) {
    String outside = "\"" + checked(outsideInterface) + "\"";
    return new SiteRules(
        List.of(
            "iifname != { " + outside + ", \"ipsec*\" } accept",
            "udp dport { 500, 4500 } jump grants",
            "udp dport { 500, 4500 } drop",
            "ct state established ct direction reply accept",
            "ip protocol icmp ct state related icmp type { destination-unreachable, time-exceeded }"
                + " accept",
            // Without these the gateway itself could not use IPv6 on its uplink.
            "icmpv6 type { nd-router-advert, nd-neighbor-solicit, nd-neighbor-advert } accept",
            "jump grants",
            "drop"),
        List.of(
            "iifname " + outside + " meta ipsec missing drop",
            "oifname " + outside + " rt ipsec missing drop",
            "ip protocol icmp ct state related icmp type { destination-unreachable, time-exceeded }"
                + " accept",
            "jump grants"));
  }

  // How much one source may ask over a connection is the boot endpoints' own matter.
  private static String rate() {
    return " ct state new meter boot_rates { ip saddr limit rate over "
        + MOST_NEW_A_SECOND
        + "/second burst "
        + MOST_NEW_AT_ONCE
        + " packets } drop";
  }

  // An installation has two or three open at once; nothing that one server does takes the others'
  // place.
  private static String limit() {
    return " ct state new meter boot_sources { ip saddr ct count over "
        + MOST_CONNECTIONS
        + " } drop";
  }

  private static String checked(String name) {
    if (!INTERFACE.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "interface is \"" + name + "\", expected the name of a network interface");
    }
    return name;
  }
}
