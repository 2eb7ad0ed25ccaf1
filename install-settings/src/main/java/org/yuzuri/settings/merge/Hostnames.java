package org.yuzuri.settings.merge;

import java.util.regex.Pattern;

/** What the lender accepts as a host's name. Source: RFC 1123, section 2.1. */
public final class Hostnames {

  /** Source: Linux, {@code __NEW_UTS_LEN}; Anaconda refuses longer ones, too. */
  private static final int MOST_CHARS = 64;

  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

  private Hostnames() {}

  /** Whether a server may have the name. */
  public static boolean isValid(String name) {
    if (name.isEmpty() || name.length() > MOST_CHARS) {
      return false;
    }
    for (String label : name.split("\\.", -1)) {
      if (!NAME.matcher(label).matches()) {
        return false;
      }
    }
    return true;
  }
}
