package org.yuzuri.portal.wipe;

import java.time.Instant;
import java.util.List;

/**
 * Evidence that a server was erased, as pages show it.
 *
 * @param writtenAt when the last step was confirmed
 * @param disks one for each disk that was erased and read back
 */
public record WipeRecordView(
    long wipeId, long serverId, long leaseId, Instant writtenAt, List<Disk> disks) {

  /**
   * One erased disk.
   *
   * @param id serial or other stable name, as the eraser found it
   * @param method how it was erased, such as {@code overwrite-zero}
   * @param sampleCount places that were read back
   */
  public record Disk(String id, String device, long sizeBytes, String method, long sampleCount) {}
}
