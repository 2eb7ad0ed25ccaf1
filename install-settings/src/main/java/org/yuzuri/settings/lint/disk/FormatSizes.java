package org.yuzuri.settings.lint.disk;

import java.util.Set;
import org.yuzuri.settings.arguments.Arguments;
import org.yuzuri.settings.arguments.ParsedCommand;
import org.yuzuri.settings.release.Release;

/**
 * How small and how large formats can be, in MiB; the installer stops at others when it has the
 * disks before it.
 *
 * <p>Source: blivet, {@code partitioning.py} ("partition is too small for … formatting") and {@code
 * formats/*.py}: {@code _min_size}, {@code _max_size}. XFS: 300 MiB since commit 307d4983 (blivet
 * 3.6, Fedora 38, RHEL 9.2); the ESP: 32 MiB since commit b42873aa (Fedora 45).
 */
final class FormatSizes {

  private static final long ANY = 1;
  private static final long XFS = 300;
  private static final long OLD_XFS = 16;
  private static final long MOST_BIOSBOOT = 2;
  private static final long MOST_PREPBOOT = 10;
  private static final Set<String> XFS_BY_DEFAULT =
      Set.of("RHEL7", "RHEL8", "RHEL9", "RHEL10", "RHEL11");

  private final Release release;

  FormatSizes(Release release) {
    this.release = release;
  }

  /** The least size of a format. */
  long least(String format) {
    return switch (format) {
      case "efi" -> release.isSince("F45") ? 32 : 50;
      case "xfs" -> release.isSince("RHEL9") ? XFS : OLD_XFS;
      case "btrfs" -> 256;
      case "lvmpv" -> 8;
      case "prepboot" -> 4;
      default -> ANY;
    };
  }

  /** Whether only the later installers of the release stop at a smaller one. */
  boolean isUncertain(String format) {
    boolean from36 = release.isSince("F38") || !release.isSince("RHEL9");
    return format.equals("xfs") && !from36;
  }

  /** The greatest size that matters. */
  static long most(String format) {
    return switch (format) {
      case "biosboot" -> MOST_BIOSBOOT;
      case "prepboot" -> MOST_PREPBOOT;
      default -> Long.MAX_VALUE;
    };
  }

  /**
   * What a line makes; empty for what has no limits.
   *
   * @param place its mount point in normal form
   */
  String of(ParsedCommand command, String place) {
    Arguments arguments = command.arguments();
    String type = arguments.text("fstype");
    if (arguments.has("thin_pool")) {
      return "";
    }
    if (!place.startsWith("/")) {
      int dot = place.indexOf('.');
      String kind = dot < 0 ? place : place.substring(0, dot);
      return switch (kind) {
        case "pv" -> "lvmpv";
        case "btrfs", "biosboot", "prepboot" -> kind;
        case "swap", "raid", "stratis" -> "";
        default -> type;
      };
    }
    boolean ofFirmware = place.equals("/boot/efi") && command.title().equals("partition");
    if (ofFirmware || type.equals("EFI System Partition")) {
      return "efi";
    }
    return type.isEmpty() && XFS_BY_DEFAULT.contains(release.name()) ? "xfs" : type;
  }
}
