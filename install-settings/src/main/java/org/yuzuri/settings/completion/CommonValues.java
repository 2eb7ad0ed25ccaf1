package org.yuzuri.settings.completion;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.yuzuri.settings.release.CommandSpec;

/** Values that an installer takes by name, where pykickstart's tables allow any text. */
final class CommonValues {

  /** Source: xkeyboard-config, base.lst; kbd's keymaps of the same names. */
  private static final Set<String> KEYBOARDS =
      Set.of(
          "at", "be", "bg", "br", "ca", "ch", "cn", "cz", "de", "dk", "ee", "es", "fi", "fr", "gb",
          "gr", "hr", "hu", "ie", "il", "in", "is", "it", "jp", "kr", "latam", "lt", "lv", "nl",
          "no", "pl", "pt", "ro", "rs", "ru", "se", "si", "sk", "tr", "tw", "ua", "us");

  /** Source: blivet, {@code formats/fs.py}. */
  private static final Set<String> FILE_SYSTEMS =
      Set.of(
          "biosboot", "btrfs", "efi", "ext3", "ext4", "lvmpv", "prepboot", "swap", "vfat", "xfs");

  /** Source: comps of Fedora and RHEL. */
  private static final Set<String> GROUPS =
      Set.of(
          "@^minimal-environment",
          "@^server-product-environment",
          "@base",
          "@container-management",
          "@core",
          "@debugging",
          "@development",
          "@guest-agents",
          "@headless-management",
          "@network-server",
          "@standard",
          "@system-tools");

  private static final List<String> NO_BTRFS = List.of("RHEL8", "RHEL9", "RHEL10", "RHEL11");

  private CommonValues() {}

  static Set<String> groups() {
    return GROUPS;
  }

  /** Values of an option or an argument by what it sets; none where any text may stand. */
  static Set<String> of(String command, String destination) {
    return switch (command + " " + destination) {
      case "timezone timezone" -> zones();
      case "lang lang", "lang addsupport" -> languages();
      case "keyboard kbd", "keyboard keyboard", "keyboard vc_keymap", "keyboard x_layouts" ->
          KEYBOARDS;
      default -> destination.equals("fstype") ? FILE_SYSTEMS : Set.of();
    };
  }

  /**
   * Whether the command's own rules refuse a value that its table allows.
   *
   * <p>Source: pykickstart, {@code commands/autopart.py}, {@code partition.py}, {@code raid.py},
   * {@code logvol.py}: RHEL 8 and later have no Btrfs, and autopart never takes it as a file
   * system.
   */
  static boolean isRefused(CommandSpec spec, String destination, String value) {
    if (!value.equals("btrfs")) {
      return false;
    }
    boolean enterprise = NO_BTRFS.stream().anyMatch(spec::builtOn);
    boolean automatic = spec.title().equals("autopart") && destination.equals("fstype");
    return enterprise || (automatic && spec.builtOn("F21"));
  }

  private static Set<String> zones() {
    Set<String> zones = new TreeSet<>(ZoneId.getAvailableZoneIds());
    zones.removeIf(
        zone -> zone.startsWith("SystemV/") || (zone.length() == 3 && !zone.equals("UTC")));
    return zones;
  }

  private static Set<String> languages() {
    Set<String> languages = new TreeSet<>(Set.of("C.UTF-8"));
    for (Locale locale : Locale.getAvailableLocales()) {
      boolean plain = locale.getScript().isEmpty() && locale.getVariant().isEmpty();
      if (plain && locale.getLanguage().length() == 2 && locale.getCountry().matches("[A-Z]{2}")) {
        languages.add(locale.getLanguage() + "_" + locale.getCountry() + ".UTF-8");
      }
    }
    return languages;
  }
}
