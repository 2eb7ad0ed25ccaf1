package org.yuzuri.images.modules;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.yuzuri.images.finding.BootImageCode;
import org.yuzuri.images.finding.BootImageException;
import org.yuzuri.images.finding.Finding;
import org.yuzuri.images.packing.DamagedException;
import org.yuzuri.images.packing.TooLargeException;

/** Collects what a modules archive holds, in bounded memory. */
final class ModulesIndex implements ModulesFile.Visitor {
  private static final int MOST_MODULES = 30_000;
  private static final int MOST_DEPENDENCIES = 500_000;

  private final Map<String, ModuleTree> trees = new TreeMap<>();
  private int modules;
  private int dependencies;

  @Override
  public boolean wants(ModulePath path) throws BootImageException {
    if (!path.safe()) {
      throw new BootImageException(Finding.of(BootImageCode.MODULES_WITH_UNSAFE_NAME, path.path()));
    }
    return path.isModule() || path.path().equals("modules.builtin");
  }

  @Override
  public void take(ModulePath path, byte[] content) throws IOException {
    ModuleTree tree = trees.computeIfAbsent(path.version(), version -> new ModuleTree());
    if (!path.isModule()) {
      tree.builtin(ModuleSet.builtinNames(content));
      return;
    }
    ElfModinfo info = modinfo(path, content);
    dependencies += info.depends().size() + info.softDepends().size();
    if (++modules > MOST_MODULES || dependencies > MOST_DEPENDENCIES) {
      throw new TooLargeException("number of modules", MOST_MODULES);
    }
    tree.add(
        new KernelModule(
            path.moduleName(), path.unpackedPath(), info.depends(), info.softDepends()));
  }

  private static ElfModinfo modinfo(ModulePath path, byte[] content) throws DamagedException {
    try {
      return ElfModinfo.of(content);
    } catch (DamagedException e) {
      throw new DamagedException(path.path() + ": " + e.getMessage(), e);
    }
  }

  Map<String, ModuleTree> trees() {
    return trees;
  }
}
