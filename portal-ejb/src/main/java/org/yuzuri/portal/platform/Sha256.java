package org.yuzuri.portal.platform;

/** The hash of a text, for features that have not taken the wire's type yet. */
public final class Sha256 {

  private Sha256() {}

  /** The hash of this text in UTF-8. */
  public static String of(String text) {
    return org.yuzuri.wire.value.Sha256.ofText(text).hex();
  }
}
