package org.yuzuri.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Kernel arguments of strangers: a strict grammar, so that nothing of theirs can become an iPXE
 * command, an iPXE variable or another argument.
 *
 * <p>{@code arguments = [argument *(SP argument)]}, {@code argument = name ["=" value]}, name and
 * value of letters, digits and a few signs; no quotes, no {@code $}, no braces, no control
 * characters.
 */
public final class KernelArguments {

  private static final int MOST_CHARS = 1024;
  private static final Pattern ARGUMENT =
      Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}(=[A-Za-z0-9._,:/=@%+-]{0,255})?");

  private KernelArguments() {}

  /** The arguments that do not fit the grammar, in order; empty when all do. */
  public static List<String> refused(String text) {
    List<String> wrong = new ArrayList<>();
    if (text.length() > MOST_CHARS) {
      return List.of(text);
    }
    for (String argument : text.split(" ", -1)) {
      if (!argument.isEmpty() && !ARGUMENT.matcher(argument).matches()) {
        wrong.add(argument);
      }
    }
    return wrong;
  }

  /** What there is to say about the kernel arguments of a boot image: errors only. */
  public static List<Finding> check(String text) {
    return refused(text).stream()
        .map(wrong -> new Finding(FindingCode.KERNEL_ARGUMENT, Severity.ERROR, 1, 1, wrong))
        .toList();
  }
}
