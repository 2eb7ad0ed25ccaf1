package org.yuzuri.settings.lint.command;

import java.util.Map;
import java.util.Optional;
import org.yuzuri.settings.arguments.Values;

/** Rules of {@code network} and its like. */
final class NetworkRules {

  private static final long MOST_VLAN = 4095;

  private NetworkRules() {}

  static void register(Map<String, CommandRule> rules) {
    rules.put("network", NetworkRules::network);
    rules.put("logging", NetworkRules::logging);
    rules.put("timesource", NetworkRules::timesource);
    rules.put("timezone", NetworkRules::timezone);
    rules.put("realm", RealmRule::check);
  }

  private static void network(CommandLine line) {
    line.defineOnce(line.text("device"));
    if (line.since("F22") || line.since("RHEL7")) {
      bridge(line);
    }
    if (line.since("RHEL7") && !isInterfaceName(line.text("interfacename"))) {
      line.badValue("interfacename", "vlan1 … vlan4095, eth0.1 … eth0.4095");
    }
    boolean bindsVlan = line.text("bindto").equals("mac") && line.sets("vlanid");
    if ((line.since("F27") || line.since("RHEL7")) && bindsVlan && !line.sets("bondopts")) {
      line.contradiction("bindto", "vlanid");
    }
    if (line.since("F39") && !line.sets("device")) {
      needDevice(line);
    }
  }

  private static void needDevice(CommandLine line) {
    if (line.setsAny(
        "ipv4_dns_search", "ipv6_dns_search", "ipv4_ignore_auto_dns", "ipv6_ignore_auto_dns")) {
      line.missing("device");
    }
  }

  private static void bridge(CommandLine line) {
    if (!line.sets("bridgeopts")) {
      return;
    }
    line.needs("bridgeopts", "bridgeslaves");
    for (String option : line.text("bridgeopts").split(",", -1)) {
      int equals = option.indexOf('=');
      String value = equals < 0 ? "" : option.substring(equals + 1);
      if (value.isEmpty() || value.indexOf('=') >= 0) {
        line.badValue("bridgeopts", "key=value,key=value");
        return;
      }
    }
  }

  /** Source: pykickstart, {@code validate_network_interface_name}. */
  private static boolean isInterfaceName(String name) {
    int dot = name.indexOf('.');
    Optional<Long> id = Optional.of(0L);
    if (dot >= 0) {
      id = name.startsWith("vlan.") ? Optional.empty() : Values.integer(name.substring(dot + 1));
    }
    if (id.isPresent() && name.startsWith("vlan")) {
      id = Values.integer(name.substring("vlan".length()));
    }
    return id.filter(number -> number >= 0 && number <= MOST_VLAN).isPresent();
  }

  private static void logging(CommandLine line) {
    String host = line.lasting("host");
    if (!line.lasting("port").isEmpty() && host.isEmpty()) {
      line.missing("host");
    }
  }

  private static void timesource(CommandLine line) {
    int ways = 0;
    for (String way : new String[] {"ntp_server", "ntp_pool", "ntp_disable"}) {
      ways += line.sets(way) ? 1 : 0;
    }
    if (ways == 0) {
      line.missing("ntp_server", "ntp_pool", "ntp_disable");
    } else if (ways > 1) {
      line.contradiction("ntp_server", "ntp_pool");
    }
  }

  private static void timezone(CommandLine line) {
    boolean optional = line.since("RHEL7") || line.since("F25");
    boolean nothing =
        line.arguments().occurrences().isEmpty() && line.arguments().extras().isEmpty();
    if (optional && nothing) {
      line.missingArgument("timezone");
    }
    if (line.arguments().values("timezone").size() > 1) {
      line.refuse(line.arguments().find("timezone").orElseThrow().valueWords().subList(1, 2));
    }
    boolean servers = !Values.split(line.lasting("ntpservers")).isEmpty();
    if (line.since("F18") && !line.since("RHEL10") && servers && line.has("nontp")) {
      line.contradiction("ntpservers", "nontp");
    }
    if (line.since("F40") || line.since("RHEL10")) {
      return;
    }
    if (line.since("F32")) {
      line.arguments().occurrences().stream()
          .filter(use -> use.word().text().equals("--isUtc"))
          .forEach(use -> line.outdated("isUtc"));
    }
    if (line.since("F33") && servers) {
      line.outdated("ntpservers");
    }
    if (line.since("F33") && line.has("nontp")) {
      line.outdated("nontp");
    }
  }
}
