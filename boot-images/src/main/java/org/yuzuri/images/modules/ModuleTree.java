package org.yuzuri.images.modules;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The modules of one kernel in an archive, and how they need each other. */
final class ModuleTree {
  private final Map<String, KernelModule> modules = new TreeMap<>();
  private Optional<Set<String>> builtin = Optional.empty();

  /**
   * Modules to take.
   *
   * @param unresolved what they need and is not there, such as {@code xfrm_algo (esp4)}
   */
  record Closure(Map<String, KernelModule> modules, SortedSet<String> unresolved) {}

  void add(KernelModule module) {
    modules.merge(module.name(), module, ModuleTree::preferred);
  }

  /** As depmod does: what lies below updates wins over what came with the kernel. */
  private static KernelModule preferred(KernelModule first, KernelModule second) {
    return second.path().startsWith("updates/") ? second : first;
  }

  void builtin(Set<String> names) {
    builtin = Optional.of(names);
  }

  ModuleSet names() {
    return new ModuleSet(modules.keySet(), builtin);
  }

  /** Those of the wanted modules that are here, with all that they need. */
  Closure closure(Collection<String> wanted) {
    Map<String, KernelModule> taken = new TreeMap<>();
    SortedSet<String> unresolved = new TreeSet<>();
    Deque<KernelModule> open = new ArrayDeque<>();
    wanted.forEach(name -> push(ModulePath.canonical(name), open));
    while (!open.isEmpty()) {
      KernelModule module = open.pop();
      if (taken.putIfAbsent(module.name(), module) == null) {
        follow(module, open, unresolved);
      }
    }
    return new Closure(taken, unresolved);
  }

  private void follow(KernelModule module, Deque<KernelModule> open, SortedSet<String> unresolved) {
    for (String needed : module.depends()) {
      if (!names().has(needed)) {
        unresolved.add(needed + " (" + module.name() + ")");
      }
      push(needed, open);
    }
    module.softDepends().forEach(name -> push(name, open));
  }

  private void push(String name, Deque<KernelModule> open) {
    KernelModule module = modules.get(name);
    if (module != null) {
      open.push(module);
    }
  }
}
