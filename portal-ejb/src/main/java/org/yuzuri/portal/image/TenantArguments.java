package org.yuzuri.portal.image;

import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.wire.boot.KernelArguments;

/** The kernel arguments of a tenant's boot image: shorter than the wire's, and none of ours. */
final class TenantArguments {

  private TenantArguments() {}

  /**
   * The arguments, separated by single spaces.
   *
   * @throws ProblemException KERNEL_ARGUMENT, naming the argument
   */
  static String checked(String text) {
    KernelArguments arguments = parsed(text);
    arguments
        .findReserved()
        .ifPresent(
            reserved -> {
              throw refused(
                  reserved, "none of those that the portal sets: " + KernelArguments.RESERVED);
            });
    return arguments.text();
  }

  private static KernelArguments parsed(String text) {
    String expected =
        "at most " + KernelArguments.LONGEST_OF_TENANT + " of " + KernelArguments.ALLOWED;
    if (text == null || text.length() > KernelArguments.LONGEST_OF_TENANT) {
      throw refused(text, expected);
    }
    try {
      return KernelArguments.of(text);
    } catch (IllegalArgumentException unreadable) {
      throw refused(text, expected);
    }
  }

  private static ProblemException refused(String value, String expected) {
    return new ProblemException(ImageProblem.KERNEL_ARGUMENT, "kernelArguments", value, expected);
  }
}
