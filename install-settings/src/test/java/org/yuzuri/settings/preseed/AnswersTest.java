package org.yuzuri.settings.preseed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuzuri.settings.Servers;
import org.yuzuri.settings.Synthesis;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.finding.Severity;
import org.yuzuri.settings.plan.InstallPlan;
import org.yuzuri.settings.release.Release;

/** Answers that debconf takes and the installer's programs do not, or read otherwise. */
class AnswersTest {

  private static final Release PRESEED = Release.PRESEED;
  private static final String METHOD = "d-i partman-auto/method string lvm\n";
  private static final String RECIPE = "d-i partman-auto/expert_recipe string ";
  private static final String BOOT =
      "500 50 1000 ext4 $primary{ } method{ format } format{ } use_filesystem{ } "
          + "filesystem{ ext4 } mountpoint{ /boot } . ";
  private static final String ROOT =
      "2000 100 -1 ext4 $lvmok{ } method{ format } format{ } use_filesystem{ } "
          + "filesystem{ ext4 } mountpoint{ / } . ";

  private static List<Finding> bios(String text) {
    return plan(text).findings();
  }

  private static InstallPlan plan(String text) {
    return Synthesis.plan(PRESEED, text + "\n", Servers.inTransfer(PRESEED));
  }

  private static InstallPlan uefi(String text) {
    return Synthesis.plan(PRESEED, text + "\n", Servers.uefi(PRESEED));
  }

  private static List<Finding> of(List<Finding> findings, FindingCode code) {
    return findings.stream().filter(finding -> finding.code() == code).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tasksel tasksel/first multiselect standrd|standard",
        "tasksel tasksel/first multiselect standard, shh-server|ssh-server",
        "d-i apt-setup/services-select multiselect security, update|updates",
        "d-i partman/default_filesystem string ext5|ext4",
        "d-i partman-partitioning/choose_label string gtp|gpt",
        "d-i partman-partitioning/default_label string GPT|gpt",
        "d-i partman/mount_style select uid|uuid",
        "d-i mirror/suite string bookwrm|bookworm",
        "d-i debian-installer/locale string en_Us.UTF-8|en_US.UTF-8",
        "d-i debian-installer/locale string ja-JP|ja_JP",
        "d-i debian-installer/country string USA|US",
        "d-i clock-setup/utc boolean ture|true",
        "d-i pkgsel/upgrade select safe_upgrade|safe-upgrade",
        "d-i partman/choose_partition select Finish|finish"
      })
  void answerThatIsNearToAnotherNamesIt(String line, String meant) {
    List<Finding> told = of(bios(line), FindingCode.UNUSABLE_VALUE);

    assertThat(told).hasSize(1);
    assertThat(told.get(0).suggestion(Locale.ENGLISH)).contains("Did you mean " + meant + "?");
    assertThat(told.get(0).suggestion(Locale.JAPANESE).orElseThrow()).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tasksel tasksel/first multiselect standard, ssh-server",
        "tasksel tasksel/first multiselect openssh",
        "d-i debian-installer/locale string C.UTF-8",
        "d-i debian-installer/locale string ca_ES.UTF-8@valencia",
        "d-i debian-installer/language string en",
        "d-i debian-installer/language string zh_TW",
        "d-i debian-installer/language string en_US:en",
        "d-i debian-installer/country string JP",
        "d-i mirror/suite string kali-rolling",
        "d-i partman/default_filesystem string f2fs",
        "d-i partman-auto-lvm/guided_size string 20 gb",
        "d-i partman-auto-lvm/guided_size string max",
        "d-i passwd/user-uid string 1001"
      })
  void answerThatMayBeRightIsNotTold(String line) {
    assertThat(of(bios(line), FindingCode.UNUSABLE_VALUE)).isEmpty();
  }

  @Test
  void installerThatWaitsForALogInIsTold() {
    assertThat(
            of(
                bios("d-i anna/choose_modules string network-console"),
                FindingCode.WAITS_FOR_A_PERSON))
        .hasSize(1);
  }

  @Test
  void shareOfVolumesIsNotAskedWhereThereAreNone() {
    String text = METHOD.replace("lvm", "regular");

    assertThat(
            of(
                bios(text + "d-i partman-auto-lvm/guided_size string 500GB"),
                FindingCode.TOO_LARGE_FOR_DISK))
        .isEmpty();
  }

  /** partman-auto-lvm/big_guided_size. */
  @ParameterizedTest
  @CsvSource({"500GB,true", "1TB,true", "45 GB,true", "40GB,false", "40GiB,false", "41GiB,true"})
  void shareBeyondTheDiskIsAnError(String size, boolean tooLarge) {
    List<Finding> told =
        of(
            bios(METHOD + "d-i partman-auto-lvm/guided_size string " + size),
            FindingCode.TOO_LARGE_FOR_DISK);

    assertThat(told.stream().map(Finding::severity))
        .isEqualTo(tooLarge ? List.of(Severity.ERROR) : List.of());
  }

  /** partman-auto-lvm: unusable_recipe, no_pv_in_vg. */
  @Test
  void recipeThatTheMethodCannotUseIsAnError() {
    String plain = ROOT.replace("$lvmok{ } ", "");
    String named = ROOT.replace("$lvmok{ }", "$lvmok{ } in_vg{ vg1 }");
    String parts = "100 1000 -1 ext4 method{ lvm } vg_name{ vg1 } . ";

    assertThat(of(bios(METHOD + RECIPE + "r :: " + BOOT + plain), FindingCode.UNUSABLE_VALUE))
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.severity()).isEqualTo(Severity.ERROR);
              assertThat(f.expected(Locale.ENGLISH)).contains("$lvmok{ }");
              assertThat(f.message(Locale.JAPANESE)).contains("lvm");
            });
    assertThat(of(bios(METHOD + RECIPE + "r :: " + BOOT + named), FindingCode.UNUSABLE_VALUE))
        .singleElement()
        .satisfies(f -> assertThat(f.expected(Locale.ENGLISH)).contains("vg_name{ vg1 }"));
    assertThat(
            of(bios(METHOD + RECIPE + "r :: " + BOOT + parts + named), FindingCode.UNUSABLE_VALUE))
        .isEmpty();
    assertThat(of(bios(METHOD + RECIPE + "r :: " + BOOT + ROOT), FindingCode.UNUSABLE_VALUE))
        .isEmpty();
    assertThat(of(bios(RECIPE + "r :: " + BOOT + plain), FindingCode.UNUSABLE_VALUE))
        .as("with a method without volumes")
        .isEmpty();
  }

  @Test
  void bootOnAVolumeIsAskedAbout() {
    String recipe = METHOD + RECIPE + "r :: " + BOOT.replace("$primary", "$lvmok") + ROOT;

    assertThat(of(bios(recipe), FindingCode.OPEN_QUESTION))
        .extracting(Finding::found)
        .contains("partman-auto-lvm/no_boot");
    assertThat(
            of(
                bios(recipe + "\nd-i partman-auto-lvm/no_boot boolean true"),
                FindingCode.OPEN_QUESTION))
        .extracting(Finding::found)
        .doesNotContain("partman-auto-lvm/no_boot");
  }

  /** partman-auto, {@code decode_recipe}: a name ends with one colon, or with two. */
  @Test
  void nameOfARecipeMayEndWithOneColon() {
    String recipe = RECIPE + "boot-root : " + BOOT + ROOT.replace("$lvmok{ } ", "");

    assertThat(bios(recipe)).noneMatch(finding -> finding.severity() == Severity.ERROR);
    assertThat(of(bios(recipe.replace(" 2000 100", " 99000 100")), FindingCode.TOO_LARGE_FOR_DISK))
        .hasSize(1);
  }

  @Test
  void partitionForAnotherLabelIsNone() {
    String recipe = "538 538 1075 free $iflabel{ msdos } method{ efi } format{ } . ";
    String root = ROOT.replace("$lvmok{ } ", "");

    assertThat(of(uefi(RECIPE + "r :: " + recipe + root).findings(), FindingCode.NO_BOOT_PARTITION))
        .extracting(Finding::found)
        .containsExactly("/boot/efi");
    String right = recipe.replace("msdos", "msdos gpt");
    assertThat(of(uefi(RECIPE + "r :: " + right + root).findings(), FindingCode.NO_BOOT_PARTITION))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1 2 0 ext4 / /dev/sda1 .,true",
    "1 3 0 ext4 / /dev/sda1#/dev/sdb1 .,true",
    "5 2 0 ext4 / /dev/sda1#/dev/sdb1 .,true",
    "1 2 0 ext4 / /dev/sda1#/dev/sdb1 .,false",
    "0 2 0 lvm - /dev/sda5#/dev/sdb5 .,false"
  })
  void arrayNeedsAsManyDevicesAsItHas(String recipe, boolean wrong) {
    String text = "d-i partman-auto/method string raid\nd-i partman-auto-raid/recipe string ";

    assertThat(of(uefi(text + recipe).findings(), FindingCode.UNUSABLE_VALUE).isEmpty())
        .isNotEqualTo(wrong);
  }

  @Test
  void arraysDisksAreDividedAlsoWhenTheyAreNamedInTheRecipeAlone() {
    String text =
        "d-i partman-auto/method string raid\n"
            + "d-i partman-auto-raid/recipe string 1 2 0 ext4 / /dev/sda1#/dev/sdb1 .";

    assertThat(uefi(text).text()).contains("partman-auto/disk string /dev/nvme0n1 /dev/nvme1n1\n");
  }
}
