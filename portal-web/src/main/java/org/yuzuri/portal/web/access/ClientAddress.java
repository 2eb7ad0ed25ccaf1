package org.yuzuri.portal.web.access;

import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.handlers.ServletRequestContext;
import io.undertow.util.HeaderValues;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where a request comes from, as far as it cannot be forged: the peer of the connection, or behind
 * the portal's own proxy what that proxy says. Of {@code X-Forwarded-For} only the last address is
 * the proxy's; those before it are whatever the client wrote. The server's own word for it is their
 * first. Daemons come without a proxy.
 */
public final class ClientAddress {

  private static final String FORWARDED_FOR = "X-Forwarded-For";
  private static final boolean BEHIND_PROXY =
      Boolean.parseBoolean(System.getenv("PORTAL_BEHIND_PROXY"));

  /** Longest text of an address: IPv6 with an IPv4 tail; source: RFC 4291, §2.2. */
  private static final int LONGEST = 45;

  private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F:.]{2," + LONGEST + "}");

  /** Groups of an IPv6 prefix that one site commonly gets, a /56; source: RIPE-690, §4.2. */
  private static final int GROUPS = 4;

  private static final int AGENT_PORT =
      Integer.parseInt(System.getenv().getOrDefault("PORTAL_AGENT_PORT", "8444"));

  /** Of the request that this thread is about; never empty. */
  public static String current() {
    return of(ServletRequestContext.requireCurrent().getExchange());
  }

  /** {@link #network(HttpServerExchange)} of the request that this thread is about. */
  public static String currentNetwork() {
    return network(current());
  }

  /** The address; never empty. */
  public static String of(HttpServerExchange exchange) {
    InetSocketAddress peer = exchange.getConnection().getPeerAddress(InetSocketAddress.class);
    return of(
        peer.getAddress().getHostAddress(),
        forwarded(exchange),
        BEHIND_PROXY && !isOfDaemons(exchange));
  }

  /** What counts as one source: an IPv4 address, or the network of one site of IPv6. */
  public static String network(HttpServerExchange exchange) {
    return network(of(exchange));
  }

  /** Whether it came in by the daemons' door, whatever its headers say. */
  public static boolean isOfDaemons(HttpServerExchange exchange) {
    return exchange.getConnection().getLocalAddress(InetSocketAddress.class).getPort()
        == AGENT_PORT;
  }

  static String of(String peer, List<String> forwarded, boolean behindProxy) {
    if (!behindProxy || forwarded.isEmpty()) {
      return peer;
    }
    String last = forwarded.get(forwarded.size() - 1);
    String own = last.substring(last.lastIndexOf(',') + 1).strip();
    return ADDRESS.matcher(own).matches() ? own : peer;
  }

  static String network(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    List<String> groups = groups(address);
    if (groups.isEmpty()) {
      return address;
    }
    List<String> site = new ArrayList<>(groups.subList(0, GROUPS));
    String last = site.get(GROUPS - 1);
    site.set(GROUPS - 1, Integer.toHexString(Integer.parseInt(last, 16) & 0xff00));
    return String.join(":", site) + "::/56";
  }

  /** The eight groups of an address without its zone; none when it is not one of IPv6 alone. */
  private static List<String> groups(String address) {
    String plain = address.replaceFirst("%.*", "");
    int gap = plain.indexOf("::");
    List<String> head = split(gap < 0 ? plain : plain.substring(0, gap));
    List<String> tail = gap < 0 ? List.of() : split(plain.substring(gap + 2));
    int missing = 8 - head.size() - tail.size();
    boolean whole = gap < 0 ? missing == 0 : missing >= 0;
    List<String> all = new ArrayList<>(head);
    all.addAll(Collections.nCopies(Math.max(0, missing), "0"));
    all.addAll(tail);
    return whole && all.stream().allMatch(group -> group.matches("[0-9a-fA-F]{1,4}"))
        ? all.stream().map(group -> Integer.toHexString(Integer.parseInt(group, 16))).toList()
        : List.of();
  }

  private static List<String> split(String groups) {
    return groups.isEmpty() ? List.of() : List.of(groups.split(":", -1));
  }

  private static List<String> forwarded(HttpServerExchange exchange) {
    HeaderValues said = exchange.getRequestHeaders().get(FORWARDED_FOR);
    return said == null ? List.of() : said;
  }

  private ClientAddress() {}
}
