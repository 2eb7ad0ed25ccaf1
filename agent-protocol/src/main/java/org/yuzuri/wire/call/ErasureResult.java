package org.yuzuri.wire.call;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yuzuri.wire.report.DiskErasure;
import org.yuzuri.wire.value.Checks;

/**
 * What the eraser on a server tells its agent, which makes an {@code Erased} report of it.
 *
 * @param problem null when all disks were erased and verified
 */
public record ErasureResult(List<DiskErasure> disks, @Nullable String problem) {

  public ErasureResult {
    disks = List.copyOf(Checks.present(disks, "disks"));
  }
}
