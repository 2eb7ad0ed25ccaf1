package org.yuzuri.images.kernel;

import java.util.regex.Pattern;

/** The grammar of a kernel release: it becomes part of a path. */
public final class KernelVersion {
  private static final Pattern RELEASE = Pattern.compile("[0-9][A-Za-z0-9._+~-]{0,63}");

  private KernelVersion() {}

  /** Whether it may be a kernel release: plain, short, no path. */
  public static boolean valid(String text) {
    return RELEASE.matcher(text).matches();
  }
}
