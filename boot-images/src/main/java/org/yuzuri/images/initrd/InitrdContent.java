package org.yuzuri.images.initrd;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.compress.archivers.cpio.CpioArchiveEntry;
import org.yuzuri.images.archive.CpioFiles;
import org.yuzuri.images.modules.ModulePath;
import org.yuzuri.images.modules.ModuleSet;
import org.yuzuri.images.packing.TooLargeException;

/** Gathers what matters of an initrd's entries, in bounded memory. */
final class InitrdContent {
  private static final int MOST_ENTRIES = 1_000_000;
  private static final int MOST_MODULES = 30_000;
  private static final int LARGEST_LIST = 4 << 20;

  private final Map<String, Set<String>> modules = new TreeMap<>();
  private final Map<String, Set<String>> builtin = new TreeMap<>();
  private int entries;
  private int moduleCount;
  private boolean hasInit;

  /** Reads one archive to its trailer; tells the number of its entries. */
  int take(CpioFiles archive) throws IOException {
    int before = entries;
    for (Optional<CpioArchiveEntry> next = archive.next();
        next.isPresent();
        next = archive.next()) {
      if (++entries > MOST_ENTRIES) {
        throw new TooLargeException("number of entries", MOST_ENTRIES);
      }
      take(next.get(), archive);
    }
    return entries - before;
  }

  private void take(CpioArchiveEntry entry, CpioFiles archive) throws IOException {
    String name = entry.getName().replaceFirst("^(\\./|/)+", "");
    if (name.equals("init") && (entry.isRegularFile() || entry.isSymbolicLink())) {
      hasInit = true;
    }
    Optional<ModulePath> found = entry.isRegularFile() ? ModulePath.of(name) : Optional.empty();
    if (found.isEmpty()) {
      return;
    }
    ModulePath path = found.get();
    if (path.isModule()) {
      if (++moduleCount > MOST_MODULES) {
        throw new TooLargeException("number of modules", MOST_MODULES);
      }
      modules.computeIfAbsent(path.version(), v -> new TreeSet<>()).add(path.moduleName());
    } else if (path.path().equals("modules.builtin")) {
      builtin.put(path.version(), ModuleSet.builtinNames(archive.content(LARGEST_LIST)));
    }
  }

  boolean hasInit() {
    return hasInit;
  }

  Map<String, ModuleSet> modules() {
    Set<String> versions = new TreeSet<>(modules.keySet());
    versions.addAll(builtin.keySet());
    Map<String, ModuleSet> all = new TreeMap<>();
    for (String version : versions) {
      all.put(
          version,
          new ModuleSet(
              Set.copyOf(modules.getOrDefault(version, Set.of())),
              Optional.ofNullable(builtin.get(version))));
    }
    return all;
  }
}
