package org.yuzuri.settings.facts;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;
import org.yuzuri.settings.release.Dialect;
import org.yuzuri.settings.release.Release;

/**
 * What makes an installation a transfer: the programs of the overlay that the plan calls.
 *
 * @param installRoot where the installer mounts the system that it installs
 */
public record TransferHooks(String installRoot) {

  private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._-]+)+");

  public TransferHooks {
    if (!PATH.matcher(requireNonNull(installRoot, "installRoot")).matches()) {
      throw new InvalidFactsException("hooks.install_root", installRoot, "an absolute path");
    }
  }

  /** The hooks with the install root of the release's installer. */
  public static TransferHooks of(Release release) {
    boolean debianInstaller =
        release.dialect() == Dialect.PRESEED || release.dialect() == Dialect.KICKSEED;
    return new TransferHooks(debianInstaller ? "/target" : "/mnt/sysimage");
  }
}
