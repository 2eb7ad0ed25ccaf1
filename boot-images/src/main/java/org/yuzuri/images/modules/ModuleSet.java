package org.yuzuri.images.modules;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is known of one kernel's modules. Names have {@code _} where files have {@code -}.
 *
 * @param modules that lie there as files
 * @param builtin that are part of the kernel; empty when nobody says
 */
public record ModuleSet(Set<String> modules, Optional<Set<String>> builtin) {
  /** Nothing there, nothing known. */
  public static final ModuleSet NONE = new ModuleSet(Set.of(), Optional.empty());

  /** Whether the module is there as a file or built in. */
  public boolean has(String module) {
    String name = ModulePath.canonical(module);
    return modules.contains(name) || builtin.map(names -> names.contains(name)).orElse(false);
  }

  /** Both together. */
  public ModuleSet plus(ModuleSet other) {
    Set<String> files = new TreeSet<>(modules);
    files.addAll(other.modules);
    Optional<Set<String>> known = builtin.isPresent() ? builtin : other.builtin;
    return new ModuleSet(files, known);
  }

  /** Reads a {@code modules.builtin}: one path a line. */
  public static Set<String> builtinNames(byte[] file) {
    return new String(file, UTF_8)
        .lines()
        .map(String::strip)
        .filter(line -> line.endsWith(".ko"))
        .map(ModulePath::moduleName)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
