package org.yuzuri.portal.transfer.step;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.transfer.BootMaterial;

/**
 * The kernel arguments of a transfer: the tenant's first, then ours, which win where both speak.
 */
final class KernelArguments {

  static String of(Server server, BootMaterial material, String settingsArguments) {
    return Stream.of(
            material.kernelArguments(),
            "rdinit=/yuzuri/init",
            "console=" + server.console(),
            settingsArguments)
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private KernelArguments() {}
}
