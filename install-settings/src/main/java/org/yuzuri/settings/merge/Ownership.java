package org.yuzuri.settings.merge;

import java.util.Map;

/** Who decides about a command. */
public enum Ownership {
  /** The tenant's line is taken as it is. */
  TENANT,
  /** The lender's line stands instead. */
  LENDER,
  /** The tenant's wish, within the lender's facts. */
  BOTH,
  /** The line is left out: it cannot be honoured on a lent server. */
  FORBIDDEN;

  private static final Map<String, Ownership> BY_TITLE =
      Map.ofEntries(
          Map.entry("network", LENDER),
          Map.entry("ignoredisk", LENDER),
          Map.entry("reboot", LENDER),
          Map.entry("bootloader", BOTH),
          Map.entry("clearpart", BOTH),
          Map.entry("partition", BOTH),
          Map.entry("mount", BOTH),
          Map.entry("stratispool", BOTH),
          Map.entry("logvol", BOTH),
          Map.entry("raid", BOTH),
          Map.entry("volgroup", BOTH),
          Map.entry("btrfs", BOTH),
          Map.entry("interactive", FORBIDDEN),
          Map.entry("autostep", FORBIDDEN),
          Map.entry("rescue", FORBIDDEN),
          Map.entry("mediacheck", FORBIDDEN),
          Map.entry("%ksappend", FORBIDDEN));

  /**
   * Who decides about a command.
   *
   * @param title the command's own name, {@code partition} for part
   */
  public static Ownership of(String title) {
    return BY_TITLE.getOrDefault(title, TENANT);
  }

  /** Who decides about a command that the installer does not know: it passes the line over. */
  static Ownership ofUnknown(String title) {
    return of(title) == FORBIDDEN ? FORBIDDEN : TENANT;
  }

  /** The commands that are not the tenant's alone. */
  public static Map<String, Ownership> table() {
    return BY_TITLE;
  }
}
