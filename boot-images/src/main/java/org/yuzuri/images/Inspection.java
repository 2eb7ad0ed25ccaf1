package org.yuzuri.images;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.yuzuri.images.BootImageReport.ModuleStatus;
import org.yuzuri.images.BootImageReport.Place;

/** Compares what the files of one boot image hold with what a transfer needs. */
record Inspection(
    Optional<KernelImage> kernel,
    List<InitrdArchive> initrds,
    Optional<ModulesArchive> archive,
    ModuleNeeds needs) {

  /**
   * @param unreadable what was found wrong with the files themselves
   * @param complete whether every initrd could be read
   */
  BootImageReport report(List<Finding> unreadable, boolean complete) {
    List<Finding> findings = new ArrayList<>(unreadable);
    kernel.filter(image -> !image.efiStub()).ifPresent(k -> add(findings, BootImageCode.BI105));
    if (complete && initrds.stream().noneMatch(InitrdArchive::hasInit)) {
      add(findings, BootImageCode.BI114, "/init");
    }
    List<ModuleStatus> modules = new ArrayList<>();
    if (kernel.isPresent()) {
      String version = kernel.get().version();
      compareVersions(version, findings);
      needs.needs().forEach(need -> modules.add(new ModuleStatus(need, place(need, version))));
      modules.forEach(status -> judge(status, version, findings));
      archive.ifPresent(a -> findings.addAll(a.unresolved(version, needs.names())));
    }
    return new BootImageReport(kernel, modules, findings, archive);
  }

  private void compareVersions(String version, List<Finding> findings) {
    SortedSet<String> versions = new TreeSet<>();
    initrds.forEach(initrd -> versions.addAll(initrd.versions()));
    if (!versions.isEmpty() && !versions.contains(version)) {
      add(findings, BootImageCode.BI115, version, String.join(", ", versions));
    }
    archive
        .filter(modules -> !modules.versions().contains(version))
        .ifPresent(modules -> findings.add(modules.noModulesFor(version)));
  }

  private ModuleSet inInitrds(String version) {
    return initrds.stream()
        .map(initrd -> initrd.modulesFor(version))
        .reduce(ModuleSet.NONE, ModuleSet::plus);
  }

  private ModuleSet inArchive(String version) {
    return archive.map(modules -> modules.modulesFor(version)).orElse(ModuleSet.NONE);
  }

  private Place place(ModuleNeeds.Need need, String version) {
    ModuleSet initrd = inInitrds(version);
    ModuleSet added = inArchive(version);
    ModuleSet all = added.plus(initrd);
    if (need.metBy(new ModuleSet(java.util.Set.of(), all.builtin()))) {
      return Place.BUILTIN;
    }
    if (need.metBy(added)) {
      return Place.ARCHIVE;
    }
    return need.metBy(initrd) ? Place.INITRD : Place.MISSING;
  }

  private void judge(ModuleStatus status, String version, List<Finding> findings) {
    ModuleNeeds.Need need = status.need();
    if (status.place() != Place.MISSING || !need.required()) {
      return;
    }
    ModuleSet all = inArchive(version).plus(inInitrds(version));
    // A kernel that has modules at all has these as modules; one without may have them built in.
    boolean certain = all.builtin().isPresent() || !all.modules().isEmpty();
    if (!certain) {
      add(findings, BootImageCode.BI131, need.name(), need.purpose());
    } else if (need.purpose() == ModuleNeeds.Purpose.NETWORK_CARD) {
      add(findings, BootImageCode.BI132, need.name());
    } else {
      add(findings, BootImageCode.BI130, need.name(), need.purpose());
    }
  }

  private static void add(List<Finding> findings, BootImageCode code, Object... arguments) {
    findings.add(Finding.of(code, arguments));
  }
}
