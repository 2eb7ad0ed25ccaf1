package org.yuzuri.images;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yuzuri.images.BootImageReport.ModuleStatus;
import org.yuzuri.images.BootImageReport.Place;
import org.yuzuri.images.finding.BootImageCode;
import org.yuzuri.images.finding.Finding;
import org.yuzuri.images.initrd.InitrdArchive;
import org.yuzuri.images.initrd.KernelUnpacking;
import org.yuzuri.images.kernel.KernelImage;
import org.yuzuri.images.modules.ModuleNeeds;
import org.yuzuri.images.modules.ModuleSet;
import org.yuzuri.images.modules.ModulesArchive;

/**
 * Compares what the files of one boot image hold with each other and with what a transfer needs.
 * One finding a fault: what cannot be seen because a file cannot be read is not found missing, too.
 *
 * @param whole whether every file that was uploaded could be read, and none is to come
 */
record Inspection(
    Optional<Named<KernelImage>> kernel,
    List<Named<InitrdArchive>> initrds,
    Optional<Named<ModulesArchive>> archive,
    ModuleNeeds needs,
    boolean whole) {

  /**
   * @param unreadable what was found wrong with the files themselves
   */
  BootImageReport report(List<Finding> unreadable) {
    List<Finding> findings = new ArrayList<>(unreadable);
    kernel
        .filter(image -> !image.content().efiStub())
        .ifPresent(image -> findings.add(Finding.of(BootImageCode.NO_EFI_STUB).in(image.name())));
    if (whole && initrds.stream().noneMatch(initrd -> initrd.content().hasInit())) {
      String names = initrds.stream().map(Named::name).collect(Collectors.joining(", "));
      findings.add(Finding.of(BootImageCode.NO_INIT, "/init").in(names));
    }
    List<ModuleStatus> modules = new ArrayList<>();
    kernel.ifPresent(
        image -> {
          initrds.forEach(initrd -> findings.addAll(cannotUnpack(image.content(), initrd)));
          compareVersions(image.content().version(), findings);
        });
    if (whole && kernel.isPresent()) {
      String version = kernel.get().content().version();
      needs.needs().forEach(need -> modules.add(new ModuleStatus(need, place(need, version))));
      findings.addAll(missing(modules, version));
      archive.ifPresent(
          added ->
              added
                  .content()
                  .unresolved(version, needs.names())
                  .ifPresent(finding -> findings.add(finding.in(added.name()))));
    }
    return new BootImageReport(
        kernel.map(Named::content), modules, findings, archive.map(Named::content));
  }

  /** One finding for each way of packing, however many archives the initrd has. */
  private static List<Finding> cannotUnpack(KernelImage kernel, Named<InitrdArchive> initrd) {
    return initrd.content().segments().stream()
        .flatMap(segment -> KernelUnpacking.judge(kernel, segment).stream())
        .distinct()
        .map(finding -> finding.in(initrd.name()))
        .toList();
  }

  private void compareVersions(String version, List<Finding> findings) {
    SortedSet<String> versions = new TreeSet<>();
    initrds.forEach(initrd -> versions.addAll(initrd.content().versions()));
    if (!versions.isEmpty() && !versions.contains(version)) {
      String others =
          initrds.stream()
              .filter(initrd -> !initrd.content().versions().isEmpty())
              .map(Named::name)
              .collect(Collectors.joining(", "));
      findings.add(
          Finding.of(BootImageCode.INITRD_OF_OTHER_KERNEL, version, String.join(", ", versions))
              .in(others));
    }
    archive
        .filter(modules -> !modules.content().versions().contains(version))
        .ifPresent(
            modules -> findings.add(modules.content().noModulesFor(version).in(modules.name())));
  }

  private ModuleSet inInitrds(String version) {
    return initrds.stream()
        .map(initrd -> initrd.content().modulesFor(version))
        .reduce(ModuleSet.NONE, ModuleSet::plus);
  }

  private ModuleSet inArchive(String version) {
    return archive.map(modules -> modules.content().modulesFor(version)).orElse(ModuleSet.NONE);
  }

  private Place place(ModuleNeeds.Need need, String version) {
    ModuleSet initrd = inInitrds(version);
    ModuleSet added = inArchive(version);
    ModuleSet all = added.plus(initrd);
    if (need.metBy(new ModuleSet(Set.of(), all.builtin()))) {
      return Place.BUILTIN;
    }
    if (need.metBy(added)) {
      return Place.ARCHIVE;
    }
    return need.metBy(initrd) ? Place.INITRD : Place.MISSING;
  }

  /** One finding for all modules that are missing in the same way. */
  private List<Finding> missing(List<ModuleStatus> modules, String version) {
    ModuleSet all = inArchive(version).plus(inInitrds(version));
    // A kernel that has modules at all has these as modules; one without may have them built in.
    boolean certain = all.builtin().isPresent() || !all.modules().isEmpty();
    Map<BootImageCode, List<String>> names = new LinkedHashMap<>();
    modules.stream()
        .filter(status -> status.place() == Place.MISSING && status.need().required())
        .map(ModuleStatus::need)
        .forEach(
            need ->
                names
                    .computeIfAbsent(code(need, certain), code -> new ArrayList<>())
                    .add(need.name()));
    return names.entrySet().stream()
        .map(found -> Finding.of(found.getKey(), String.join(", ", found.getValue())))
        .toList();
  }

  private static BootImageCode code(ModuleNeeds.Need need, boolean certain) {
    if (!certain) {
      return BootImageCode.MODULES_PERHAPS_MISSING;
    }
    return need.purpose() == ModuleNeeds.Purpose.NETWORK_CARD
        ? BootImageCode.NETWORK_CARD_MODULE_MISSING
        : BootImageCode.MODULES_MISSING;
  }
}
