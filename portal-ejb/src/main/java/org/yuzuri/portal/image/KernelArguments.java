package org.yuzuri.portal.image;

import java.util.Set;
import java.util.regex.Pattern;
import org.yuzuri.portal.platform.ProblemException;

/**
 * The tenant's kernel arguments. They become part of an iPXE script and of a command line, so the
 * grammar leaves no room for either's syntax, and what the portal sets itself is refused.
 *
 * <p>Source: CVE-2026-46447 (boot-script injection through kernel arguments); iPXE's syntax at
 * ipxe.org/scripting; Linux Documentation/admin-guide/kernel-parameters.rst.
 */
final class KernelArguments {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9 ._:/,=@+%~\\[\\]-]{0,1000}");
  private static final Set<String> OURS =
      Set.of(
          "rdinit",
          "init",
          "initrd",
          "ks",
          "ksdevice",
          "inst.ks",
          "preseed/file",
          "preseed/url",
          "file",
          "url",
          "bootif");

  private KernelArguments() {}

  /**
   * The arguments, separated by single spaces.
   *
   * @throws ProblemException KERNEL_ARGUMENT, naming the argument
   */
  static String checked(String text) {
    if (text == null || !FORM.matcher(text).matches()) {
      throw refused(text, "at most 1000 of A-Z a-z 0-9 space . _ : / , = @ + % ~ [ ] -");
    }
    String single = text.strip().replaceAll(" +", " ");
    for (String argument : single.split(" ", -1)) {
      String name = argument.split("=", 2)[0].toLowerCase(java.util.Locale.ROOT);
      if (OURS.contains(name)) {
        throw refused(argument, "none of those that the portal sets: " + OURS);
      }
    }
    return single;
  }

  private static ProblemException refused(String value, String expected) {
    return new ProblemException(ImageProblem.KERNEL_ARGUMENT, "kernelArguments", value, expected);
  }
}
