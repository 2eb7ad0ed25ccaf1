package org.yuzuri.wire.value;

import java.util.regex.Pattern;

/** The rule for boot tokens: they stand in a URL and in an iPXE script. */
public final class BootToken {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{32,128}");

  private BootToken() {}

  /** Returns the token, or refuses it without showing it. */
  public static Secret checked(Secret token) {
    if (!FORM.matcher(Checks.present(token, "token").reveal()).matches()) {
      throw new IllegalArgumentException("token is not 32 to 128 of A-Z a-z 0-9 _ -");
    }
    return token;
  }
}
