package org.yuzuri.portal.transfer.boot;

import java.util.List;
import org.yuzuri.wire.boot.FileRef;

/**
 * What a server boots to install a tenant's system.
 *
 * @param kernel the tenant's kernel
 * @param initrds the tenant's initrds in their order, and the one with its kernel modules
 * @param kernelArguments the tenant's, checked
 */
public record BootMaterial(FileRef kernel, List<FileRef> initrds, String kernelArguments) {

  /** Copies. */
  public BootMaterial {
    initrds = List.copyOf(initrds);
  }
}
