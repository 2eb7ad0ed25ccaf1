package org.yuzuri.settings.lint.security;

import java.util.regex.Pattern;

/** Hashes of passwords, as crypt(5) has them. */
public final class PasswordHashes {

  /** MD5, DES, BSDi's DES, NT, Sun's MD5; SHA-1 of NetBSD. */
  private static final Pattern WEAK =
      Pattern.compile("\\$(1|3|md5|sha1)[$,].*|[./0-9A-Za-z]{13}|_[./0-9A-Za-z]{19}");

  private PasswordHashes() {}

  /**
   * Whether it is a hash that is guessed quickly. What is no hash at all, like {@code !} or {@code
   * locked}, fits no password: the account is locked.
   */
  public static boolean isWeak(String value) {
    return WEAK.matcher(value).matches();
  }
}
