package org.yuzuri.wire.boot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yuzuri.wire.value.Checks;

/**
 * Arguments of a kernel that boots from the network, separated by single spaces. They become part
 * of an iPXE script and of a command line, so the grammar leaves no room for either's syntax. Where
 * two arguments speak about the same, the later one wins.
 *
 * <p>Source: CVE-2026-46447 (boot-script injection through kernel arguments); iPXE's syntax at
 * ipxe.org/scripting; Linux Documentation/admin-guide/kernel-parameters.rst.
 */
public record KernelArguments(@JsonValue String text) {

  /** Makes the kernel start the overlay, which comes before the tenant's own init. */
  public static final String OVERLAY_INIT = "rdinit=/yuzuri/init";

  /** Most characters of a tenant's; the portal's own need the rest. */
  public static final int LONGEST_OF_TENANT = 1000;

  /** Names that the portal and the boot loader set, in lower case. */
  public static final List<String> RESERVED =
      List.of(
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

  /** The characters that there may be, in words. */
  public static final String ALLOWED = "A-Z a-z 0-9 space . _ : / , = @ + % ~ [ ] -";

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9 ._:/,=@+%~\\[\\]-]{0,1500}");

  /** No argument. */
  public static final KernelArguments NONE = new KernelArguments("");

  public KernelArguments {
    text =
        Checks.matching(text, FORM, "kernelArguments", "at most 1500 of " + ALLOWED)
            .strip()
            .replaceAll(" +", " ");
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static KernelArguments of(String text) {
    return new KernelArguments(text);
  }

  /** These, then the others. */
  public KernelArguments and(String more) {
    return new KernelArguments(text + " " + more);
  }

  /** These, with the overlay started: changed only if they do not do so yet. */
  public KernelArguments startingOverlay() {
    return list().contains(OVERLAY_INIT) ? this : and(OVERLAY_INIT);
  }

  /** The first argument whose name is reserved, which a tenant's may not be. */
  public Optional<String> findReserved() {
    return list().stream().filter(argument -> RESERVED.contains(name(argument))).findFirst();
  }

  private List<String> list() {
    return Arrays.asList(text.split(" ", -1));
  }

  private static String name(String argument) {
    return argument.split("=", 2)[0].toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return text;
  }
}
