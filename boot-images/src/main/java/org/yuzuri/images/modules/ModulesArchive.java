package org.yuzuri.images.modules;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.cpio.CpioArchiveEntry;
import org.apache.commons.compress.archivers.cpio.CpioArchiveOutputStream;
import org.apache.commons.compress.archivers.cpio.CpioConstants;
import org.yuzuri.images.finding.BootImageCode;
import org.yuzuri.images.finding.BootImageException;
import org.yuzuri.images.finding.Finding;

/**
 * Kernel modules as a tenant uploads them: a tar archive (plain, gzip, xz, zstd) or a kernel's
 * Debian package. Keeps names and dependencies in memory, reads the file again for the rest, so the
 * file must stay as it is. Thread-safe.
 */
public final class ModulesArchive {
  /** Largest unpacked size unless said otherwise. */
  public static final long DEFAULT_LIMIT_BYTES = 8L << 30;

  /** Where the transfer overlay looks for modules. */
  public static final String DIRECTORY = "yuzuri/lib/modules/";

  private static final Set<String> LISTS =
      Set.of("modules.order", "modules.builtin", "modules.builtin.modinfo");

  private final ModulesFile file;
  private final Map<String, ModuleTree> trees;

  private ModulesArchive(ModulesFile file, Map<String, ModuleTree> trees) {
    this.file = file;
    this.trees = Map.copyOf(trees);
  }

  /** As {@link #read(Path, long)} with {@link #DEFAULT_LIMIT_BYTES}. */
  public static ModulesArchive read(Path file) throws IOException {
    return read(file, DEFAULT_LIMIT_BYTES);
  }

  /**
   * Reads the whole archive once.
   *
   * @param limitBytes largest unpacked size
   * @throws BootImageException BI120–BI123, BI125
   */
  public static ModulesArchive read(Path file, long limitBytes) throws IOException {
    ModulesFile modules = new ModulesFile(file, limitBytes);
    ModulesIndex index = new ModulesIndex();
    modules.walk(index);
    return new ModulesArchive(modules, index.trees());
  }

  /** The kernel releases that it has modules for, ordered. */
  public SortedSet<String> versions() {
    return new TreeSet<>(trees.keySet());
  }

  /** The modules for a release. */
  public ModuleSet modulesFor(String version) {
    return Optional.ofNullable(trees.get(version)).map(ModuleTree::names).orElse(ModuleSet.NONE);
  }

  /** What would be missing for these modules to load: one BI126 for all. */
  public Optional<Finding> unresolved(String version, Collection<String> wanted) {
    return Optional.ofNullable(trees.get(version))
        .map(tree -> tree.closure(wanted).unresolved())
        .filter(missing -> !missing.isEmpty())
        .map(missing -> Finding.of(BootImageCode.MODULES_INCOMPLETE, String.join(", ", missing)));
  }

  /**
   * Writes an initrd that has, below {@link #DIRECTORY}, those of the wanted modules that are here,
   * all that they depend on, and the lists that depmod reads. Equal input gives equal bytes.
   *
   * @param out not closed
   * @return the names of the modules written
   * @throws BootImageException BI124 when there is nothing for this kernel
   */
  public SortedSet<String> writeInitrd(
      String version, Collection<String> wanted, InitrdFormat format, OutputStream out)
      throws IOException {
    ModuleTree tree = trees.get(version);
    if (tree == null) {
      throw new BootImageException(noModulesFor(version));
    }
    Map<String, KernelModule> chosen = tree.closure(wanted).modules();
    Set<String> paths =
        chosen.values().stream().map(KernelModule::path).collect(Collectors.toSet());
    try (OutputStream packed = format.pack(out)) {
      CpioArchiveOutputStream cpio = new CpioArchiveOutputStream(packed);
      file.walk(new Writing(version, paths, cpio));
      cpio.finish();
    }
    return new TreeSet<>(chosen.keySet());
  }

  /** That there is nothing for a kernel. */
  public Finding noModulesFor(String version) {
    return Finding.of(
        BootImageCode.MODULES_OF_OTHER_KERNEL,
        version,
        versions().isEmpty() ? "-" : String.join(", ", versions()));
  }

  private static final class Writing implements ModulesFile.Visitor {
    private final String version;
    private final Set<String> paths;
    private final CpioArchiveOutputStream cpio;
    private final Set<String> written = new HashSet<>();
    private final Set<String> directories = new HashSet<>();

    Writing(String version, Set<String> paths, CpioArchiveOutputStream cpio) {
      this.version = version;
      this.paths = paths;
      this.cpio = cpio;
    }

    @Override
    public boolean wants(ModulePath path) {
      return path.version().equals(version)
          && (paths.contains(path.unpackedPath()) || LISTS.contains(path.path()))
          && written.add(path.unpackedPath());
    }

    @Override
    public void take(ModulePath path, byte[] content) throws IOException {
      String name = DIRECTORY + version + "/" + path.unpackedPath();
      for (int slash = name.indexOf('/'); slash > 0; slash = name.indexOf('/', slash + 1)) {
        String directory = name.substring(0, slash);
        if (directories.add(directory)) {
          entry(directory, CpioConstants.C_ISDIR | 0755, new byte[0]);
        }
      }
      entry(name, CpioConstants.C_ISREG | 0644, content);
    }

    /** Owner, times and device numbers stay 0. */
    private void entry(String name, int mode, byte[] content) throws IOException {
      CpioArchiveEntry entry = new CpioArchiveEntry(CpioConstants.FORMAT_NEW, name, content.length);
      entry.setMode(mode);
      cpio.putArchiveEntry(entry);
      cpio.write(content);
      cpio.closeArchiveEntry();
    }
  }
}
