package org.yuzuri.images.modules;

import java.util.List;

/**
 * A kernel module as a file.
 *
 * @param name as the kernel has it
 * @param path below {@code lib/modules/VERSION}, not packed, such as {@code
 *     kernel/net/ipv4/esp4.ko}
 * @param depends modules that must be loaded before it
 * @param softDepends modules that should be loaded with it where they exist
 */
public record KernelModule(
    String name, String path, List<String> depends, List<String> softDepends) {
  /** Copies. */
  public KernelModule {
    depends = List.copyOf(depends);
    softDepends = List.copyOf(softDepends);
  }
}
