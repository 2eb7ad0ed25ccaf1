package org.yuzuri.images;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yuzuri.images.finding.BootImageException;
import org.yuzuri.images.finding.Finding;
import org.yuzuri.images.initrd.InitrdArchive;
import org.yuzuri.images.kernel.KernelImage;
import org.yuzuri.images.modules.ModuleNeeds;
import org.yuzuri.images.modules.ModulesArchive;

/**
 * What a boot image is and what a transfer with it would miss. Immutable.
 *
 * @param kernel empty when the file is none, or not there yet
 * @param modules where each needed module is; empty while not all files are there and readable
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
   * Reads all files; takes as long as unpacking them. What is not there yet is not found missing.
   *
   * @param initrds in the order of booting; may be empty
   * @param modulesArchive uploaded beside them
   */
  public static BootImageReport inspect(
      Optional<NamedFile> kernel,
      List<NamedFile> initrds,
      Optional<NamedFile> modulesArchive,
      ModuleNeeds needs)
      throws IOException {
    List<Finding> unreadable = new ArrayList<>();
    Optional<Named<KernelImage>> image = attempt(kernel, KernelImage::read, unreadable);
    List<Named<InitrdArchive>> archives = new ArrayList<>();
    for (NamedFile initrd : initrds) {
      attempt(Optional.of(initrd), InitrdArchive::read, unreadable).ifPresent(archives::add);
    }
    Optional<Named<ModulesArchive>> modules =
        attempt(modulesArchive, ModulesArchive::read, unreadable);
    boolean whole =
        !initrds.isEmpty()
            && archives.size() == initrds.size()
            && modules.isPresent() == modulesArchive.isPresent();
    return new Inspection(image, archives, modules, needs, whole).report(unreadable);
  }

  private interface Read<T> {
    T read(Path file) throws IOException;
  }

  private static <T> Optional<Named<T>> attempt(
      Optional<NamedFile> file, Read<T> read, List<Finding> unreadable) throws IOException {
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Named<>(file.get().name(), read.read(file.get().path())));
    } catch (BootImageException e) {
      unreadable.add(e.finding().in(file.get().name()));
      return Optional.empty();
    }
  }
}
