package org.yuzuri.portal.wipe.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.server.entry.ServerDisk;
import org.yuzuri.portal.wipe.DiskDoubt;
import org.yuzuri.wire.report.Erased;
import org.yuzuri.wire.server.DiskErasure;
import org.yuzuri.wire.server.SkippedDevice;
import org.yuzuri.wire.server.SkippedDevice.Reason;
import org.yuzuri.wire.value.Fence;

class ErasureDoubtTest {

  private static final long GIB = 1L << 30;
  private static final List<ServerDisk> RECORD =
      List.of(
          new ServerDisk("virtio-S1", "/dev/vda", 8),
          new ServerDisk("nvme-MODEL_S2", "/dev/nvme0n1", 100));
  private static final DiskErasure FIRST = erased("S1", 8 * GIB);
  private static final DiskErasure SECOND = erased("S2", 100 * GIB + 5);

  @Test
  void everyDiskOfTheRecordErasedAndReadBackLeavesNoDoubt() {
    assertThat(doubts(List.of(SECOND, FIRST))).isEmpty();
  }

  @Test
  void diskThatIsMissingIsNamed() {
    assertThat(doubts(List.of(FIRST))).containsExactly("DISK_MISSING: nvme-MODEL_S2");
  }

  @Test
  void diskThatWasLeftOutIsNamedWithTheReason() {
    Erased report =
        report(
            List.of(FIRST), List.of(new SkippedDevice("/dev/sda", "S2", Reason.REMOVABLE)), null);

    assertThat(said(report, ReadBackLimit.NONE))
        .containsExactly("DISK_MISSING: nvme-MODEL_S2, REMOVABLE");
  }

  @Test
  void diskThatIsSmallerOrLargerThanTheRecordSaysIsNamed() {
    assertThat(doubts(List.of(erased("S1", 7 * GIB), erased("S2", 101 * GIB))))
        .containsExactly(
            "DISK_SMALLER: /dev/vda S1, 8 GiB > " + 7 * GIB + " B",
            "DISK_LARGER: /dev/vda S2, 100 GiB > " + 101 * GIB + " B");
  }

  @Test
  void oneSectorLessThanAnInspectionFoundIsTooLittle() {
    ServerDisk disk = new ServerDisk("virtio-S1", "/dev/vda", 8);
    disk.measured(8 * GIB + 4096);
    Erased report = report(List.of(erased("S1", 8 * GIB + 3584)), List.of(), null);

    assertThat(ErasureDoubt.in(report, List.of(disk), ReadBackLimit.NONE))
        .extracting(ErasureDoubt::kind)
        .containsExactly(DiskDoubt.DISK_SMALLER);
  }

  @Test
  void oneMoreDiskThanTheRecordHasIsNamed() {
    assertThat(doubts(List.of(FIRST, SECOND, erased("S3", GIB))))
        .containsExactly("DISK_UNKNOWN: /dev/vda S3");
  }

  @Test
  void otherDiskInThePlaceOfTheRecordsIsMissingAndUnknown() {
    assertThat(doubts(List.of(FIRST, erased("S9", 100 * GIB))))
        .containsExactly("DISK_MISSING: nvme-MODEL_S2", "DISK_UNKNOWN: /dev/vda S9");
  }

  @Test
  void nameThatTwoDisksHaveProvesNeither() {
    assertThat(doubts(List.of(FIRST, SECOND, FIRST)))
        .containsExactly("DISK_TWICE: /dev/vda S1, /dev/vda S1");
  }

  @Test
  void diskThatIsNotReadBackWholeIsNamedWithItsShare() {
    DiskErasure half =
        new DiskErasure("S1", "/dev/vda", 8 * GIB, "zero", 8 * GIB, 4 * GIB, true, null);

    assertThat(doubts(List.of(half, SECOND)))
        .containsExactly("DISK_NOT_READ_BACK: /dev/vda S1, " + 4 * GIB + " / " + 8 * GIB + " B");
  }

  @Test
  void shareThatTheOperatorWantsIsEnoughAndNoByteLess() {
    DiskErasure wanted =
        new DiskErasure("S1", "/dev/vda", 8 * GIB, "zero", 8 * GIB, 4 * GIB, true, null);
    DiskErasure less =
        new DiskErasure("S1", "/dev/vda", 8 * GIB, "zero", 8 * GIB, 4 * GIB - 1, true, null);
    ReadBackLimit limit = new ReadBackLimit(4);

    assertThat(said(report(List.of(wanted, SECOND), List.of(), null), limit)).isEmpty();
    assertThat(said(report(List.of(less, SECOND), List.of(), null), limit)).hasSize(1);
  }

  @Test
  void diskThatIsNotWrittenWholeIsNotProvenWhateverWasReadBack() {
    DiskErasure unwritten =
        new DiskErasure("S1", "/dev/vda", 8 * GIB, "none", 0, 8 * GIB, true, null);

    assertThat(doubts(List.of(unwritten, SECOND))).hasSize(1);
  }

  @Test
  void problemsOfDisksAndOfTheEraserAreSaid() {
    DiskErasure locked =
        new DiskErasure("S1", "/dev/vda", 8 * GIB, "none", 0, 0, false, "it is read-only");
    Erased report = report(List.of(locked, SECOND), List.of(), "namespaces that are not attached");

    assertThat(said(report, ReadBackLimit.NONE))
        .containsExactly(
            "DISK_PROBLEM: /dev/vda S1, it is read-only",
            "ERASER_PROBLEM: namespaces that are not attached");
  }

  private static List<String> doubts(List<DiskErasure> disks) {
    return said(report(disks, List.of(), null), ReadBackLimit.NONE);
  }

  private static List<String> said(Erased report, ReadBackLimit limit) {
    return ErasureDoubt.in(report, RECORD, limit).stream().map(ErasureDoubt::toString).toList();
  }

  private static DiskErasure erased(String id, long size) {
    return new DiskErasure(id, "/dev/vda", size, "discard+zero", size, size, true, null);
  }

  private static Erased report(
      List<DiskErasure> disks, List<SkippedDevice> skipped, String problem) {
    return new Erased(
        UUID.randomUUID(), Instant.EPOCH, new Fence(1, 1, 1), disks, skipped, problem, null);
  }
}
