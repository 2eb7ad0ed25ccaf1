package org.yuzuri.lender.boot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yuzuri.host.command.CommandFailedException;
import org.yuzuri.wire.boot.BootPurpose;
import org.yuzuri.wire.boot.FileRef;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.value.MacAddress;

/** Says which files a boot is made of. The tenant's come first, so that ours win. */
final class BootLayout {

  private final Path overlayDirectory;
  private final Path bootsDirectory;
  private final FileCache cache;

  BootLayout(Path overlayDirectory, Path bootsDirectory, FileCache cache) {
    this.overlayDirectory = overlayDirectory;
    this.bootsDirectory = bootsDirectory;
    this.cache = cache;
  }

  ActiveBoot of(EnsureBoot command) {
    Map<String, Path> initrds = new LinkedHashMap<>();
    List<FileRef> tenants = command.initrds();
    for (int n = 0; n < tenants.size(); n++) {
      initrds.put(String.valueOf(n), cache.path(tenants.get(n).sha256()));
    }
    initrds.put("overlay", own("overlay.cpio.gz"));
    boolean ours = command.purpose() != BootPurpose.INSTALL;
    if (ours) {
      initrds.put("modules", own("eraser/modules.cpio.gz"));
    }
    initrds.put(ActiveBoot.TRANSFER, transferInitrd(command.mac()));
    Path kernel =
        ours
            ? own("eraser/kernel")
            : cache.path(
                Objects.requireNonNull(command.kernel(), "an installation has a kernel").sha256());
    return new ActiveBoot(command, kernel, initrds);
  }

  Path transferInitrd(MacAddress mac) {
    return bootsDirectory.resolve(mac.dashed() + ".cpio");
  }

  private Path own(String name) {
    Path file = overlayDirectory.resolve(name);
    if (!Files.isReadable(file)) {
      throw new CommandFailedException(
          "OVERLAY_MISSING", file + " cannot be read; build the transfer overlay", false, null);
    }
    return file;
  }
}
