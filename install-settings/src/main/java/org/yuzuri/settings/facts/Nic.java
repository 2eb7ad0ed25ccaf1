package org.yuzuri.settings.facts;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A network card of the server on the lender's net.
 *
 * @param mac {@code 52:54:00:12:34:56}, kept in lower case
 * @param address the server's address with its prefix length, {@code 192.0.2.17/24}
 * @param gateway the lender's router
 * @param dns name servers, may be empty
 */
public record Nic(String mac, String address, String gateway, List<String> dns) {

  private static final Pattern MAC = Pattern.compile("[0-9a-f]{2}(:[0-9a-f]{2}){5}");

  public Nic {
    mac = requireNonNull(mac, "mac").toLowerCase(Locale.ROOT);
    if (!MAC.matcher(mac).matches()) {
      throw new InvalidFactsException("nics.mac", mac, "six hexadecimal pairs, 52:54:00:12:34:56");
    }
    Addresses.requireNetwork("nics.address", requireNonNull(address, "address"));
    Addresses.requireAddress("nics.gateway", requireNonNull(gateway, "gateway"));
    dns = List.copyOf(dns);
    dns.forEach(server -> Addresses.requireAddress("nics.dns", server));
  }
}
