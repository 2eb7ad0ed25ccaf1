package org.yuzuri.settings.merge;

import java.util.Set;

/**
 * Questions of Debian's installer that are not the tenant's to answer, in a preseed or by
 * kickseed's {@code preseed} command.
 */
public final class LenderQuestions {

  /** The lender answers them. */
  public static final Set<String> ANSWERED =
      Set.of(
          "netcfg/enable",
          "netcfg/choose_interface",
          "netcfg/disable_autoconfig",
          "netcfg/get_ipaddress",
          "netcfg/get_netmask",
          "netcfg/get_gateway",
          "netcfg/get_nameservers",
          "netcfg/confirm_static",
          "partman-auto/disk",
          "grub-installer/bootdev",
          "finish-install/reboot_in_progress",
          "debian-installer/exit/always_halt",
          "debian-installer/exit/halt",
          "debian-installer/exit/poweroff");

  /** Nobody answers them: they make the installer fetch and run more. */
  public static final Set<String> FORBIDDEN =
      Set.of(
          "preseed/file",
          "preseed/include",
          "preseed/include_command",
          "preseed/run",
          "preseed/url");

  /** What the tenant may say about the network. */
  private static final Set<String> NAMES =
      Set.of("netcfg/get_hostname", "netcfg/hostname", "netcfg/get_domain");

  private LenderQuestions() {}

  /** Whether a tenant's answer gives way. */
  public static boolean owns(String question) {
    return ANSWERED.contains(question)
        || FORBIDDEN.contains(question)
        || (question.startsWith("netcfg/") && !NAMES.contains(question));
  }
}
