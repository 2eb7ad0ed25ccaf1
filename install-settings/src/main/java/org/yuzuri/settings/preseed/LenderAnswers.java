package org.yuzuri.settings.preseed;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.yuzuri.settings.facts.Addresses;
import org.yuzuri.settings.facts.Disk;
import org.yuzuri.settings.facts.Facts;
import org.yuzuri.settings.facts.Nic;

/** The answers that the lender gives: functions of the facts alone. */
final class LenderAnswers {

  static final String REMARK = "# yuzuri: the lender's facts";

  private final Facts facts;
  private final int disks;

  LenderAnswers(Facts facts) {
    this(facts, 1);
  }

  /** For settings that divide so many disks; never more than there are. */
  LenderAnswers(Facts facts, int disks) {
    this.facts = facts;
    this.disks = Math.max(1, Math.min(disks, facts.touchableDisks().size()));
  }

  /** Question to type and value, in order. */
  Map<String, String> all() {
    Nic nic = facts.nics().get(0);
    String address = Addresses.addressOf(nic.address());
    String devices =
        facts.touchableDisks().stream()
            .limit(disks)
            .map(Disk::device)
            .collect(Collectors.joining(" "));
    Map<String, String> answers = new LinkedHashMap<>();
    answers.put("netcfg/enable", "boolean true");
    answers.put("netcfg/choose_interface", "select auto");
    answers.put("netcfg/disable_autoconfig", "boolean true");
    answers.put("netcfg/get_ipaddress", "string " + address);
    answers.put("netcfg/get_netmask", "string " + mask(nic));
    answers.put("netcfg/get_gateway", "string " + nic.gateway());
    answers.put("netcfg/get_nameservers", "string " + String.join(" ", nic.dns()));
    answers.put("netcfg/confirm_static", "boolean true");
    answers.put("partman-auto/disk", "string " + devices);
    answers.put("grub-installer/bootdev", "string " + devices);
    answers.put("finish-install/reboot_in_progress", "note");
    answers.put("debian-installer/exit/always_halt", "boolean false");
    answers.put("debian-installer/exit/halt", "boolean false");
    answers.put("debian-installer/exit/poweroff", "boolean false");
    return answers;
  }

  String early() {
    return facts.hooks().isPresent() ? "/yuzuri/hook pre" : "";
  }

  String late() {
    return facts
        .hooks()
        .map(hooks -> "/yuzuri/hook post " + hooks.installRoot() + "; /yuzuri/hook installed")
        .orElse("");
  }

  private static String mask(Nic nic) {
    int length = Addresses.prefixLength(nic.address()).orElseThrow();
    return Addresses.isV6(Addresses.addressOf(nic.address()))
        ? Integer.toString(length)
        : Addresses.mask(length);
  }
}
