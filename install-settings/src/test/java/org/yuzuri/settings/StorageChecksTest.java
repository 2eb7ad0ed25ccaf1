package org.yuzuri.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yuzuri.settings.RealCases.bios;
import static org.yuzuri.settings.RealCases.codes;
import static org.yuzuri.settings.RealCases.found;
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

/** What Anaconda's own checks of partitions say only when it has the disks before it. */
class StorageChecksTest {

  private static final Release RHEL9 = Release.of("RHEL9");
  private static final String HEAD = "url --url=http://10.30.0.10/os\nzerombr\n";
  private static final String BOOT = "part /boot --size=1024\n";
  private static final String PLAIN = BOOT + "part / --size=8000\n";
  private static final String ESP = "part /boot/efi --fstype=efi --size=600\n";
  private static final String GROUP = BOOT + "part pv.1 --size=1 --grow\nvolgroup v pv.1\n";
  private static final String ROOT = "logvol / --vgname=v --name=r --size=8000\n";
  private static final String PAIR =
      ESP
          + "part raid.1 --size=10000 --ondisk=sda\npart raid.2 --size=10000 --ondisk=sdb\n"
          + "part raid.3 --size=2000 --ondisk=sda\npart raid.4 --size=2000 --ondisk=sdb\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "part /home --fstype=vfat --size=1000|vfat",
        "part /home --fstype=ntfs --size=1000|ntfs",
        "part /etc --size=1000|/etc",
        "part /root --size=1000|/root",
        "part biosboot --fstype=biosboot --size=100|100",
        "part pv.1 --size=500\\npart pv.1 --size=500|pv.1",
        "part raid.1 --size=500\\nvolgroup w raid.1|raid.1",
        "part pv.1 --size=500\\nvolgroup w pv.1\\nvolgroup x pv.1|pv.1",
        "part pv.1 --size=500\\nvolgroup w --pesize=5000 pv.1|5000",
        "part pv.1 --size=500\\npart raid.2 --size=500\\nraid /x --level=0 --device=0 pv.1 raid.2|pv.1",
        "part pv.1 --size=900\\nvolgroup w pv.1\\nlogvol /x --vgname=w --name=a --size=400\\n"
            + "logvol /y --vgname=w --name=a --size=400|w/a"
      })
  void whatTheParserTakesAndTheStorageChecksRefuseIsAnError(String lines, String found) {
    Finding finding =
        one(
            bios(RHEL9, HEAD + PLAIN + lines.replace("\\n", "\n") + "\n"),
            FindingCode.UNUSABLE_VALUE);

    assertThat(finding.found()).isEqualTo(found);
    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.message(Locale.ENGLISH)).contains(found, "cannot use it");
    assertThat(finding.message(Locale.JAPANESE)).contains(found, "使えません");
    assertThat(finding.expected(Locale.ENGLISH)).isNotBlank();
  }

  @Test
  void systemdBootReadsNothingButTheFirmwaresPartition() {
    String text = HEAD + "part /boot --fstype=vfat --size=1024\npart / --size=8000\n";

    assertThat(codes(bios(Release.of("F43"), text + "bootloader --sdboot\n")))
        .doesNotContain(FindingCode.UNUSABLE_VALUE);
  }

  @Test
  void bootOfAFileSystemThatTheBootLoaderCannotReadIsAnError() {
    String text = HEAD + "part /boot --fstype=vfat --size=1024\npart / --size=8000\n";

    assertThat(found(bios(RHEL9, text), FindingCode.UNUSABLE_VALUE)).containsExactly("vfat");
    assertThat(codes(bios(RHEL9, text.replace("vfat", "ext3"))))
        .doesNotContain(FindingCode.UNUSABLE_VALUE);
    assertThat(codes(bios(RHEL9, text + "bootloader --location=none\n")))
        .doesNotContain(FindingCode.UNUSABLE_VALUE);
  }

  /** Anaconda, commit 7985dc40ab. */
  @ParameterizedTest
  @CsvSource({"F46,ERROR", "RHEL11,ERROR", "RHEL10,WARNING", "RHEL9,", "F42,", "RHEL6,ERROR"})
  void bootOnAnArrayThatIsNoMirrorIsRefusedWhereTheReleaseDoes(String release, Severity severity) {
    String text =
        HEAD
            + PAIR
            + "raid / --level=0 --device=0 --fstype=ext4 raid.1 raid.2\n"
            + "raid /boot --level=0 --device=1 --fstype=ext4 raid.3 raid.4\n";

    List<Severity> told =
        uefi(Release.of(release), text).findings().stream()
            .filter(f -> f.code() == FindingCode.UNUSABLE_VALUE)
            .map(Finding::severity)
            .toList();

    assertThat(told).isEqualTo(severity == null ? List.of() : List.of(severity));
    assertThat(found(uefi(Release.of("F46"), mirrored(text)), FindingCode.UNUSABLE_VALUE))
        .isEmpty();
  }

  private static String mirrored(String text) {
    return text.replace("/boot --level=0", "/boot --level=RAID1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "part /boot/efi --fstype=efi --size=600 --encrypted --passphrase=x\n" + PLAIN,
        GROUP + ROOT + "logvol /boot/efi --fstype=efi --vgname=v --name=e --size=600\n",
        BOOT
            + "part / --size=8000\npart raid.1 --size=600\npart raid.2 --size=600\n"
            + "raid /boot/efi --fstype=efi --level=0 --device=0 raid.1 raid.2\n"
      })
  void firmwaresPartitionThatTheFirmwareCannotReadIsNone(String lines) {
    assertThat(found(uefi(RHEL9, HEAD + lines), FindingCode.NO_BOOT_PARTITION))
        .containsExactly("/boot/efi");
  }

  @Test
  void mirrorOfTheFirmwaresPartitionIsOneWhenItIsFormattedForIt() {
    String text =
        HEAD
            + PLAIN
            + "part raid.1 --size=600 --ondisk=sda\npart raid.2 --size=600 --ondisk=sdb\n"
            + "raid /boot/efi --fstype=efi --level=1 --device=efi raid.1 raid.2\n";

    assertThat(codes(uefi(RHEL9, text)))
        .doesNotContain(FindingCode.NO_BOOT_PARTITION, FindingCode.UNUSABLE_VALUE);
    assertThat(
            found(
                uefi(RHEL9, text.replace("efi --fstype=efi", "efi --fstype=vfat")),
                FindingCode.UNUSABLE_VALUE))
        .containsExactly("vfat");
  }

  /** Anaconda, commit 396d9d7a92. */
  @Test
  void newerInstallersTakeGptAloneForUefi() {
    String text = "url --url=http://10.30.0.10/os\nclearpart --all --initlabel --disklabel=msdos\n";

    assertThat(found(uefi(Release.of("F46"), text + ESP + PLAIN), FindingCode.UNUSABLE_VALUE))
        .containsExactly("msdos");
    assertThat(codes(uefi(RHEL9, text + ESP + PLAIN))).doesNotContain(FindingCode.UNUSABLE_VALUE);
    assertThat(codes(bios(Release.of("F46"), text + PLAIN)))
        .doesNotContain(FindingCode.UNUSABLE_VALUE);
  }

  /** Anaconda, commits e9589b6831 and de11834dc1. */
  @ParameterizedTest
  @CsvSource({"RHEL7,false", "F29,false", "F20,true", "F30,true", "RHEL8,true", "RHEL9,true"})
  void bootOnAVolumeIsToldWhereTheReleaseRefusesIt(String release, boolean refused) {
    String text = HEAD + "part pv.1 --size=1 --grow\nvolgroup v pv.1\n" + ROOT;

    List<String> missing = found(bios(Release.of(release), text), FindingCode.NO_BOOT_PARTITION);

    assertThat(missing).isEqualTo(refused ? List.of("/boot") : List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "RHEL9,part /boot/efi --fstype=efi --size=40,ERROR",
    "RHEL9,part /x --fstype=xfs --size=200,WARNING",
    "RHEL9,part /x --size=200,WARNING",
    "F40,part /x --fstype=xfs --size=200,ERROR",
    "RHEL10,logvol /x --vgname=v --name=x --size=200,ERROR",
    "RHEL8,part /x --fstype=xfs --size=10,ERROR",
    "F40,part btrfs.9 --size=200,ERROR",
    "F40,logvol /x --vgname=v --name=x --size=2 --fstype=ext4,ERROR"
  })
  void formatsThatCannotBeSoSmallAreTold(String release, String line, Severity severity) {
    Finding finding =
        one(
            bios(Release.of(release), HEAD + GROUP + ROOT + line + "\n"),
            FindingCode.TOO_SMALL_PARTITION);

    assertThat(finding.severity()).isEqualTo(severity);
    assertThat(finding.message(Locale.JAPANESE)).contains("MiB");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "part / --size=8000 --encrypted",
        "autopart --encrypted",
        "part / --size=8000 --encrypted\npart /x --size=900 --encrypted --passphrase=a",
        "logvol / --vgname=v --name=r --size=8000 --encrypted"
      })
  void encryptionWithoutAPassphraseIsAnOpenQuestion(String lines) {
    String text = lines.startsWith("logvol") ? GROUP : BOOT;

    List<String> open =
        found(bios(RHEL9, HEAD + text + lines + "\n"), FindingCode.OPEN_QUESTION).stream()
            .filter(question -> question.contains("--passphrase"))
            .toList();

    assertThat(open).hasSize(1);
  }

  @Test
  void onePassphraseIsEnoughForWhatComesAfterIt() {
    String text =
        HEAD
            + BOOT
            + "part / --size=8000 --encrypted --passphrase=a\npart /x --size=900 --encrypted\n";

    assertThat(found(bios(RHEL9, text), FindingCode.OPEN_QUESTION))
        .noneMatch(question -> question.contains("--passphrase"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "part / --onpart=sda2",
        "part / --size=900 --noformat --onpart=sda2",
        "volgroup v --useexisting\nlogvol / --vgname=v --name=r --useexisting",
        "mount /dev/sda2 /"
      })
  void whatWouldHaveToBeOnErasedDisksIsWarnedOf(String lines) {
    assertThat(
            bios(RHEL9, HEAD + lines + "\n").findings().stream()
                .filter(f -> f.code() == FindingCode.UNDEFINED_STORAGE))
        .isNotEmpty()
        .allMatch(f -> f.severity() == Severity.WARNING);
    assertThat(codes(bios(RHEL9, HEAD + lines + "\n%pre\nsfdisk /dev/vda </tmp/x\n%end\n")))
        .as("a script may make it")
        .doesNotContain(FindingCode.UNDEFINED_STORAGE);
  }

  @Test
  void diskByTheNumberOfABiosIsNotOnUefi() {
    String text = HEAD + ESP + PLAIN + "part /x --size=900 --onbiosdisk=80\n";

    assertThat(found(uefi(RHEL9, text), FindingCode.UNDEFINED_STORAGE))
        .containsExactly("--onbiosdisk=80");
    assertThat(codes(bios(RHEL9, text))).doesNotContain(FindingCode.UNDEFINED_STORAGE);
  }

  @ParameterizedTest
  @CsvSource({"1,15000,true", "1,9000,false", "0,19000,false", "0,21000,true", "RAID1,15000,true"})
  void groupOnAnArrayHasWhatTheArrayHolds(String level, long size, boolean tooLarge) {
    String text =
        HEAD
            + PAIR
            + BOOT
            + ("raid pv.1 --level=" + level + " --device=0 raid.1 raid.2\nvolgroup v pv.1\n")
            + ("logvol / --vgname=v --name=r --size=" + size + "\n");

    assertThat(codes(uefi(RHEL9, text)).contains(FindingCode.TOO_LARGE_FOR_DISK))
        .isEqualTo(tooLarge);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--reserved-percent=50", "--reserved-space=20000"})
  void whatAGroupKeepsFreeIsNotForItsVolumes(String reserved) {
    String text =
        HEAD
            + BOOT
            + ("part pv.1 --size=1 --grow\nvolgroup v " + reserved + " pv.1\n")
            + "logvol / --vgname=v --name=r --size=30000\n";

    assertThat(codes(bios(RHEL9, text))).contains(FindingCode.TOO_LARGE_FOR_DISK);
    assertThat(codes(bios(RHEL9, text.replace(reserved + " ", ""))))
        .doesNotContain(FindingCode.TOO_LARGE_FOR_DISK);
  }

  /** blivet, {@code grow_lvm}: percents are of what fixed sizes leave. */
  @Test
  void percentsStandBesideFixedSizesAndAreSummedInPoolsToo() {
    assertThat(
            codes(
                bios(RHEL9, HEAD + GROUP + ROOT + "logvol /x --vgname=v --name=x --percent=90\n")))
        .doesNotContain(FindingCode.UNUSABLE_VALUE, FindingCode.TOO_LARGE_FOR_DISK);
    String thin =
        HEAD
            + GROUP
            + "logvol none --thinpool --vgname=v --name=p --size=20000\n"
            + "logvol / --thin --poolname=p --vgname=v --name=r --percent=60\n"
            + "logvol /x --thin --poolname=p --vgname=v --name=x --percent=50\n";
    assertThat(found(bios(RHEL9, thin), FindingCode.UNUSABLE_VALUE)).containsExactly("110%");
  }

  @Test
  void partOfAGroupMayBeItsCache() {
    String text =
        HEAD
            + GROUP.replace("volgroup v pv.1", "part pv.2 --size=900\nvolgroup v pv.1 pv.2")
            + "logvol / --vgname=v --name=r --size=8000 --cachepvs=pv.2 --cachesize=400"
            + " --cachemode=writeback\n";

    assertThat(codes(bios(RHEL9, text))).doesNotContain(FindingCode.NO_SUCH_DISK);
    assertThat(bios(RHEL9, text).text()).contains("--cachepvs=pv.2 ");
  }
}
