package org.yuzuri.settings.lint;

import java.util.regex.Pattern;

/**
 * Lines that are meant for a template engine.
 *
 * <p>Source: Cobbler ({@code $SNIPPET}, {@code SNIPPET::}, {@code #if}), Foreman ({@code <%= %>}).
 */
final class Templates {

  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\s*(\\$|SNIPPET::|<%|\\{\\{|\\{%|@@).*", Pattern.DOTALL);

  private Templates() {}

  static boolean isPlaceholder(String line) {
    return PLACEHOLDER.matcher(line).matches();
  }
}
