package org.yuzuri.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yuzuri.settings.RealCases.bios;
import static org.yuzuri.settings.RealCases.codes;
import static org.yuzuri.settings.RealCases.found;
import static org.yuzuri.settings.RealCases.lines;
import static org.yuzuri.settings.RealCases.one;
import static org.yuzuri.settings.RealCases.uefi;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.finding.Severity;
import org.yuzuri.settings.release.Release;

/** What people met with partitions: the firmware, names of disks, sizes. */
class BootAndDisksTest {

  private static final Release RHEL9 = Release.of("RHEL9");
  private static final Release PRESEED = Release.PRESEED;
  private static final String SOURCE = "url --url=http://10.30.0.10/os\nzerombr\n";
  private static final String RECIPE =
      "d-i partman-auto/expert_recipe string r :: 500 50 1000 ext4 mountpoint{ /boot } . "
          + "2000 100 -1 ext4 mountpoint{ / } .";

  /** foreman#10748. */
  @Test
  void uefiWithoutItsPartitionIsSaidBeforeTheOrder() {
    String text = SOURCE + "part /boot --size=1024\npart / --size=4096 --grow\n";

    Finding finding = one(uefi(RHEL9, text), FindingCode.NO_BOOT_PARTITION);

    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.found()).isEqualTo("/boot/efi");
    assertThat(finding.message(Locale.ENGLISH)).contains("UEFI", "/boot/efi");
    assertThat(finding.message(Locale.JAPANESE)).contains("UEFI", "/boot/efi");
    assertThat(finding.suggestion(Locale.ENGLISH).orElseThrow()).contains("part /boot/efi");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "part /boot/efi --fstype=efi --size=600",
        "reqpart",
        "bootloader --location=none",
        "%include /tmp/disks.ks"
      })
  void uefiIsContentWithWhatMakesThePartitionOrNeedsNone(String line) {
    String text = SOURCE + line + "\npart /boot --size=1024\npart / --size=4096\n";

    assertThat(codes(uefi(RHEL9, text))).doesNotContain(FindingCode.NO_BOOT_PARTITION);
  }

  @Test
  void autopartMakesWhatTheFirmwareNeeds() {
    for (String name : List.of("RHEL7", "RHEL9", "RHEL10", "F46")) {
      String text = SOURCE + "autopart\n";
      assertThat(codes(uefi(Release.of(name), text))).doesNotContain(FindingCode.NO_BOOT_PARTITION);
      assertThat(codes(bios(Release.of(name), text))).doesNotContain(FindingCode.NO_BOOT_PARTITION);
    }
  }

  @ParameterizedTest
  @CsvSource({"F36,''", "F40,biosboot", "RHEL9,''", "RHEL10,biosboot"})
  void biosNeedsItsPartitionWhereTheReleaseMakesGpt(String release, String missing) {
    String text = SOURCE + "part /boot --size=1024\npart / --size=4096\n";

    assertThat(
            bios(Release.of(release), text).findings().stream()
                .filter(f -> f.code() == FindingCode.NO_BOOT_PARTITION)
                .map(Finding::found))
        .isEqualTo(missing.isEmpty() ? List.of() : List.of(missing));
  }

  @Test
  void bootOnAVolumeOrEncryptedAndASystemWithoutRootAreSaid() {
    String volumes = SOURCE + "part pv.1 --size=9000\nvolgroup v pv.1\n";
    String root = "logvol / --vgname=v --name=r --size=4096\n";

    assertThat(found(bios(RHEL9, volumes + root), FindingCode.NO_BOOT_PARTITION))
        .containsExactly("/boot");
    assertThat(codes(bios(RHEL9, volumes + root + "part /boot --size=1024\n")))
        .doesNotContain(FindingCode.NO_BOOT_PARTITION);
    assertThat(
            found(
                bios(RHEL9, SOURCE + "part / --size=4096 --encrypted --passphrase=x\n"),
                FindingCode.NO_BOOT_PARTITION))
        .containsExactly("/boot");
    assertThat(
            found(bios(RHEL9, SOURCE + "part /boot --size=1024\n"), FindingCode.NO_BOOT_PARTITION))
        .containsExactly("/");
  }

  /** packer-build#35. */
  @Test
  void preseedsRecipeNeedsTheFirmwaresPartition() {
    assertThat(one(uefi(PRESEED, RECIPE + "\n"), FindingCode.NO_BOOT_PARTITION).severity())
        .isEqualTo(Severity.ERROR);
    String efi = RECIPE.replace("r ::", "r :: 500 50 1000 free method{ efi } format{ } .");
    assertThat(codes(uefi(PRESEED, efi + "\n"))).doesNotContain(FindingCode.NO_BOOT_PARTITION);
    assertThat(codes(bios(PRESEED, RECIPE + "\n"))).doesNotContain(FindingCode.NO_BOOT_PARTITION);
    String gpt = RECIPE + "\nd-i partman-partitioning/default_label string gpt\n";
    assertThat(found(bios(PRESEED, gpt), FindingCode.NO_BOOT_PARTITION))
        .containsExactly("biosgrub");
  }

  /** pykickstart#178. */
  @Test
  void everyCommandThatNamesADiskGetsTheServersName() {
    assertThat(uefi(RHEL9, "mount /dev/sda2 /\nmount UUID=1-2 /boot\n").text())
        .contains("mount /dev/nvme0n1p2 /\n", "mount UUID=1-2 /boot\n");
    assertThat(uefi(RHEL9, "mount sdb1 none\n").text()).contains("mount nvme1n1p1 none\n");
    assertThat(found(uefi(RHEL9, "mount /dev/sdc1 /\n"), FindingCode.NO_SUCH_DISK))
        .containsExactly("/dev/sdc1");
    assertThat(
            uefi(
                    RHEL9,
                    "logvol / --vgname=v --name=r --size=1 --cachesize=9 --cachepvs=sdb1 --cachemode=writeback\n")
                .text())
        .contains("--cachepvs=nvme1n1p1");
    assertThat(uefi(Release.of("F46"), "stratispool p sda sdb\n").text())
        .contains("stratispool p nvme0n1 nvme1n1\n");
  }

  @Test
  void raidOfAPreseedKeepsItsDisks() {
    String text =
        lines(
            "d-i partman-auto/method string raid",
            "d-i partman-auto/disk string /dev/sda /dev/sdb",
            "d-i partman-auto-raid/recipe string 1 2 0 ext4 / /dev/sda1#/dev/sdb1 .",
            "d-i grub-installer/bootdev string /dev/sda /dev/sdb");

    assertThat(uefi(PRESEED, text).text())
        .contains(
            "partman-auto/disk string /dev/nvme0n1 /dev/nvme1n1\n",
            "bootdev string /dev/nvme0n1 /dev/nvme1n1\n",
            "/ /dev/nvme0n1p1#/dev/nvme1n1p1 .");
    assertThat(bios(PRESEED, text).isUsable()).isFalse();
    assertThat(found(bios(PRESEED, text), FindingCode.NO_SUCH_DISK))
        .contains("/dev/sda /dev/sdb", "/dev/sdb1");
  }

  @Test
  void scriptThatNamesAnotherServersDiskIsWarnedOf() {
    String script = "%pre\nparted -s /dev/sda mklabel gpt\n%end\n";

    assertThat(one(uefi(RHEL9, script), FindingCode.NO_SUCH_DISK).severity())
        .isEqualTo(Severity.WARNING);
    assertThat(codes(uefi(RHEL9, script.replace("sda", "nvme0n1"))))
        .doesNotContain(FindingCode.NO_SUCH_DISK);
    assertThat(
            found(
                uefi(PRESEED, "d-i partman/early_command string dd if=/dev/zero of=/dev/sda\n"),
                FindingCode.NO_SUCH_DISK))
        .containsExactly("/dev/sda");
  }

  /** nixops#569. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "part / --size=60000 --ondisk=sda",
        "part / --size=60000 --ondisk=/dev/disk/by-id/nvme-a",
        "part / --size=60000",
        "part / --size=30000 --ondisk=sda\npart /srv --size=30000 --ondisk=nvme0n1",
        "part pv.1 --size=1000\nvolgroup v pv.1\nlogvol / --vgname=v --name=r --size=2000",
        "part pv.1 --size=1 --grow --ondisk=sdb\nvolgroup v pv.1\nlogvol / --vgname=v --name=r --size=60000"
      })
  void sizesAreSummedByTheServersDisks(String text) {
    assertThat(codes(uefi(RHEL9, text + "\n"))).contains(FindingCode.TOO_LARGE_FOR_DISK);
  }

  @Test
  void sizesThatFitTheServersDisksAreNotTold() {
    String text =
        lines(
            "part / --size=30000 --ondisk=sda",
            "part /srv --size=30000 --ondisk=sdb",
            "part pv.1 --size=1 --grow",
            "volgroup v pv.1",
            "logvol /x --vgname=v --name=r --size=5000");

    assertThat(codes(uefi(RHEL9, text))).doesNotContain(FindingCode.TOO_LARGE_FOR_DISK);
  }
}
