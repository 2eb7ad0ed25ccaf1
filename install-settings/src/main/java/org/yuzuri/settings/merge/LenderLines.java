package org.yuzuri.settings.merge;

import java.util.ArrayList;
import java.util.List;
import org.yuzuri.settings.facts.Addresses;
import org.yuzuri.settings.facts.Facts;
import org.yuzuri.settings.facts.Nic;
import org.yuzuri.settings.facts.TransferHooks;
import org.yuzuri.settings.release.CommandTable;
import org.yuzuri.settings.release.Dialect;
import org.yuzuri.settings.release.Release;

/** The lines that the lender sets: functions of the facts and the release, and of nothing else. */
final class LenderLines {

  static final String BEFORE_COMMANDS = "# yuzuri: the lender's facts";
  static final String BEFORE_HOOKS = "# yuzuri: the transfer";

  /** What the first line of each of its sections begins with. */
  static final String HOOK = "/yuzuri/hook ";

  /** From here on, sections end with {@code %end}. Source: pykickstart, parser.py. */
  private static final String SECTIONS_END_SINCE = "F8";

  /** Since then, {@code --device} takes a MAC address. Source: Red Hat Enterprise Linux 5 guide. */
  private static final String DEVICE_BY_MAC_SINCE = "RHEL5";

  private final Release release;
  private final CommandTable table;
  private final Facts facts;
  private final List<String> network;
  private final List<String> ignoredisk;

  LenderLines(Release release, Facts facts) {
    this.release = release;
    this.table = CommandTable.of(release);
    this.facts = facts;
    this.network = networkLines();
    this.ignoredisk = ignorediskLines();
  }

  boolean sectionsEnd() {
    return release.isSince(SECTIONS_END_SINCE);
  }

  List<String> network() {
    return network;
  }

  private List<String> networkLines() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < facts.nics().size(); i++) {
      lines.add(network(facts.nics().get(i), i));
    }
    return lines;
  }

  private String network(Nic nic, int position) {
    boolean byMac = release.isSince(DEVICE_BY_MAC_SINCE);
    StringBuilder line = new StringBuilder("network");
    line.append(" --device=").append(byMac ? nic.mac() : "eth" + position);
    line.append(" --bootproto=static");
    String address = Addresses.addressOf(nic.address());
    if (Addresses.isV6(address)) {
      line.append(" --ipv6=").append(nic.address());
      append(line, "--ipv6gateway", nic.gateway(), position == 0);
    } else {
      int length = Addresses.prefixLength(nic.address()).orElseThrow();
      line.append(" --ip=").append(address).append(" --netmask=").append(Addresses.mask(length));
      append(line, "--gateway", nic.gateway(), position == 0);
    }
    append(line, "--nameserver", String.join(",", nic.dns()), !nic.dns().isEmpty());
    if (release.dialect() != Dialect.KICKSEED) {
      line.append(" --onboot=yes");
    }
    if (table.takes("network", "--activate")) {
      line.append(" --activate");
    }
    if (!Addresses.isV6(address) && table.takes("network", "--noipv6")) {
      line.append(" --noipv6");
    }
    return line.toString();
  }

  private static void append(StringBuilder line, String option, String value, boolean wanted) {
    if (wanted) {
      line.append(' ').append(option).append('=').append(value);
    }
  }

  /** Limits the installer to the disks that may be touched, where the release can. */
  List<String> ignoredisk() {
    return ignoredisk;
  }

  private List<String> ignorediskLines() {
    if (!table.takes("ignoredisk", "--only-use")) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    facts.touchableDisks().forEach(disk -> names.add(disk.name()));
    return List.of("ignoredisk --only-use=" + String.join(",", names));
  }

  List<String> reboot() {
    return List.of("reboot");
  }

  List<String> pre(TransferHooks hooks) {
    return section("%pre", List.of(HOOK + "pre"));
  }

  /**
   * Reads the settings as they are after all other scripts, and stops before anything is written.
   */
  List<String> lastPre(TransferHooks hooks) {
    return sectionsEnd()
        ? section("%pre --erroronfail", List.of(HOOK + "settings " + release.syntax()))
        : List.of();
  }

  List<String> post(TransferHooks hooks) {
    List<String> body = new ArrayList<>();
    body.add(HOOK + "post " + hooks.installRoot());
    if (release.dialect() != Dialect.KICKSTART_INSTALLER) {
      body.add(HOOK + "installed");
    }
    return section("%post --nochroot", body);
  }

  List<String> onError(TransferHooks hooks) {
    boolean has = release.dialect() != Dialect.KICKSEED && release.isSince("F26");
    return has ? section("%onerror", List.of(HOOK + "onerror")) : List.of();
  }

  /** A list of packages that adds none: without any, Anaconda stops and asks for one. */
  List<String> packages() {
    return section("%packages", List.of());
  }

  private List<String> section(String header, List<String> body) {
    List<String> lines = new ArrayList<>();
    lines.add(header);
    lines.addAll(body);
    if (sectionsEnd()) {
      lines.add("%end");
    }
    return lines;
  }
}
