package org.yuzuri.images.modules;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yuzuri.images.kernel.KernelVersion;

/**
 * A file below {@code lib/modules/VERSION}, wherever an archive keeps it.
 *
 * @param version the directory's kernel release
 * @param path below that directory, such as {@code kernel/net/ipv4/esp4.ko.xz}
 */
public record ModulePath(String version, String path) {
  private static final Pattern SHAPE =
      Pattern.compile(
          "(?:.{0,512}?/)?([^/]{1,64})/((?:kernel|extra|updates|weak-updates)/.{1,512}"
              + "|modules\\.(?:order|builtin|builtin\\.modinfo))");
  private static final Pattern MODULE = Pattern.compile("(.+)\\.ko(\\.gz|\\.xz|\\.zst)?");
  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._+,@=-]*");

  /** Empty for every file that is none. */
  public static Optional<ModulePath> of(String name) {
    if (name.length() > 1024) {
      return Optional.empty();
    }
    Matcher matcher = SHAPE.matcher(name);
    return matcher.matches() && KernelVersion.valid(matcher.group(1))
        ? Optional.of(new ModulePath(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  /** Whether it is a kernel module, packed or not. */
  public boolean isModule() {
    return MODULE.matcher(path).matches();
  }

  /** The module's name as the kernel has it, with {@code _} for {@code -}. */
  public String moduleName() {
    return moduleName(path);
  }

  /** A module's name by the path of its file. */
  public static String moduleName(String path) {
    String file = path.substring(path.lastIndexOf('/') + 1);
    Matcher matcher = MODULE.matcher(file);
    return canonical(matcher.matches() ? matcher.group(1) : file);
  }

  public static String canonical(String moduleName) {
    return moduleName.replace('-', '_');
  }

  /** The path without the ending of a compression. */
  String unpackedPath() {
    return path.replaceFirst("\\.ko\\.(gz|xz|zst)$", ".ko");
  }

  /** Whether every part of the path is a plain name: no {@code ..}, nothing unusual. */
  boolean safe() {
    for (String part : path.split("/", -1)) {
      if (!SAFE.matcher(part).matches()) {
        return false;
      }
    }
    return true;
  }
}
