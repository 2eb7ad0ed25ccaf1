package org.yuzuri.portal.wipe;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.yuzuri.portal.platform.NumberedRow;
import org.yuzuri.wire.report.Erased;

/** Evidence that every disk of a server was erased and read back. Written once. */
@Entity
public class WipeRecord extends NumberedRow {

  private long wipeId;
  private long serverId;
  private long leaseId;
  private Instant writtenAt;

  @ElementCollection
  @CollectionTable(name = "wipe_record_disk", joinColumns = @JoinColumn(name = "record_id"))
  @OrderColumn(name = "position")
  private List<ErasedDisk> disks = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "wipe_record_skipped", joinColumns = @JoinColumn(name = "record_id"))
  @OrderColumn(name = "position")
  private List<LeftOutDevice> leftOut = new ArrayList<>();

  /** For Hibernate. */
  WipeRecord() {}

  /** Evidence of a report that leaves no doubt. */
  public WipeRecord(Wipe wipe, Erased report, Instant now) {
    this.wipeId = wipe.id();
    this.serverId = wipe.run().serverId();
    this.leaseId = wipe.run().leaseId();
    this.writtenAt = now;
    report.disks().forEach(disk -> disks.add(new ErasedDisk(disk)));
    report.skipped().forEach(device -> leftOut.add(new LeftOutDevice(device)));
  }

  public WipeRecordView view() {
    return new WipeRecordView(
        wipeId,
        serverId,
        leaseId,
        writtenAt,
        disks.stream().map(ErasedDisk::view).toList(),
        leftOut.stream().map(LeftOutDevice::view).toList());
  }
}
