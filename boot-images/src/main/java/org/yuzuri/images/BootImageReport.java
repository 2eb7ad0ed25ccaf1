package org.yuzuri.images;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a boot image is and what a transfer with it would miss. Immutable.
 *
 * @param kernel empty when the file is none
 * @param modules where each needed module is; empty without a kernel
 * @param findings ordered by file: kernel, initrds, modules archive, then the needs
 * @param modulesArchive as it was read, so that it need not be read again
 */
public record BootImageReport(
    Optional<KernelImage> kernel,
    List<ModuleStatus> modules,
    List<Finding> findings,
    Optional<ModulesArchive> modulesArchive) {
  /** Where a module was found. */
  public enum Place {
    /** Part of the kernel. */
    BUILTIN,
    /** In the modules archive. */
    ARCHIVE,
    /** In the initrd. */
    INITRD,
    /** Nowhere. */
    MISSING
  }

  /**
   * One need and where it is met.
   *
   * @param need what is needed
   * @param place best place of all
   */
  public record ModuleStatus(ModuleNeeds.Need need, Place place) {}

  /** Copies. */
  public BootImageReport {
    modules = List.copyOf(modules);
    findings = List.copyOf(findings);
  }

  /** Whether nothing found keeps the image from being used. */
  public boolean usable() {
    return findings.stream().noneMatch(Finding::error);
  }

  /** The needs of a transfer that are met nowhere. */
  public List<String> missingModules() {
    return modules.stream()
        .filter(status -> status.place() == Place.MISSING && status.need().required())
        .map(status -> status.need().name())
        .collect(Collectors.toList());
  }

  /**
   * Reads all files; takes as long as unpacking them.
   *
   * @param initrds in the order of booting
   * @param modulesArchive uploaded beside them
   */
  public static BootImageReport inspect(
      Path kernel, List<Path> initrds, Optional<Path> modulesArchive, ModuleNeeds needs)
      throws IOException {
    List<Finding> unreadable = new ArrayList<>();
    Optional<KernelImage> image = attempt(() -> KernelImage.read(kernel), unreadable);
    List<InitrdArchive> archives = new ArrayList<>();
    for (Path initrd : initrds) {
      attempt(() -> InitrdArchive.read(initrd), unreadable).ifPresent(archives::add);
    }
    Optional<ModulesArchive> modules = Optional.empty();
    if (modulesArchive.isPresent()) {
      modules = attempt(() -> ModulesArchive.read(modulesArchive.get()), unreadable);
    }
    boolean complete = archives.size() == initrds.size();
    return new Inspection(image, archives, modules, needs).report(unreadable, complete);
  }

  /** Judges files that were read before. */
  public static BootImageReport of(
      KernelImage kernel,
      List<InitrdArchive> initrds,
      Optional<ModulesArchive> modulesArchive,
      ModuleNeeds needs) {
    return new Inspection(Optional.of(kernel), initrds, modulesArchive, needs)
        .report(List.of(), true);
  }

  private interface Read<T> {
    T read() throws IOException;
  }

  private static <T> Optional<T> attempt(Read<T> read, List<Finding> unreadable)
      throws IOException {
    try {
      return Optional.of(read.read());
    } catch (BootImageException e) {
      unreadable.add(e.finding());
      return Optional.empty();
    }
  }
}
