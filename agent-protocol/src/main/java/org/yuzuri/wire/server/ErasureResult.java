package org.yuzuri.wire.server;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yuzuri.wire.boot.HardwareFacts;
import org.yuzuri.wire.value.Checks;

/**
 * What the eraser on a server tells its agent, which makes an {@code Erased} report of it.
 *
 * @param disks every disk that was erased; at most {@value HardwareFacts#MOST_DISKS}
 * @param skipped every other device that was seen; at most {@value HardwareFacts#MOST_DISKS}
 * @param problem null when all disks were erased and verified
 */
public record ErasureResult(
    List<DiskErasure> disks, List<SkippedDevice> skipped, @Nullable String problem) {

  public ErasureResult {
    disks = Checks.list(disks, HardwareFacts.MOST_DISKS, "disks");
    skipped = Checks.list(skipped, HardwareFacts.MOST_DISKS, "skipped");
  }
}
