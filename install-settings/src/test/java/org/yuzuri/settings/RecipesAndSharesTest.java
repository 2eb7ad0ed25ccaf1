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
import org.yuzuri.settings.plan.InstallPlan;
import org.yuzuri.settings.release.Release;

/** What stops an installer after minutes: recipes, shares of a group, answers that differ. */
class RecipesAndSharesTest {

  private static final Release RHEL9 = Release.of("RHEL9");
  private static final Release PRESEED = Release.PRESEED;
  private static final String RECIPE = "d-i partman-auto/expert_recipe string ";
  private static final String ARRAYS = "d-i partman-auto-raid/recipe string ";
  private static final String ROOT = " 2000 100 -1 ext4 method{ format } mountpoint{ / } .";

  /**
   * Nothing before the first size, no size, or no dot: the installer finds no disk large enough.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "boot-root 500 50 1000 ext4 . 2000 100 -1 ext4 mountpoint{ / } .|boot-root 500 50 1000",
        "r :: 1GB 50 1000 ext4 mountpoint{ / } .|1GB 50 1000 ext4",
        "r :: 500M 50 1000 ext4 . 2000 100 -1 ext4 mountpoint{ / } .|500M 50 1000 ext4",
        "r :: ext4 500 50 1000 mountpoint{ / } .|ext4 500 50 1000",
        "r :: -1 50 1000 ext4 mountpoint{ / } .|-1 50 1000 ext4",
        "r :: . 2000 100 -1 ext4 mountpoint{ / } .|.",
        "r :: 2000 100 -1 ext4 mountpoint{ / }|2000 100 -1 ext4"
      })
  void stanzaWithoutALeastSizeOrAnEndStopsTheInstaller(String recipe, String found) {
    Finding finding = one(bios(PRESEED, RECIPE + recipe + "\n"), FindingCode.UNUSABLE_VALUE);

    assertThat(finding.found()).isEqualTo(found);
    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.expected(Locale.ENGLISH)).isEqualTo("MIN PRIORITY MAX TYPE … .");
    assertThat(finding.message(Locale.JAPANESE)).contains("expert_recipe", found, "使えません");
    assertThat(Synthesis.check(PRESEED, RECIPE + recipe + "\n"))
        .as("before a server is known")
        .anyMatch(f -> f.code() == finding.code() && f.severity() == Severity.WARNING);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "r :: 500 50 max ext4 .|500 50 max ext4",
        "r :: 500 50 .|500 50",
        "r :: 500 50 1000 ext4 method{format} .|method{format}",
        "r :: 500 50 1000 ext4 method{ format mountpoint{ /srv } .|method{",
        "r :: 500 50 1000 ext4 mountpoint{ /srv .|mountpoint{",
        "r :: 500 50 1000 ext4 . 1 2 3|1 2 3"
      })
  void stanzaThatTheInstallerReadsOtherwiseIsAWarning(String recipe, String found) {
    String whole = recipe.replace("r ::", "r ::" + ROOT);

    Finding finding = one(bios(PRESEED, RECIPE + whole + "\n"), FindingCode.UNUSABLE_VALUE);

    assertThat(finding.found()).isEqualTo(found);
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "r ::" + ROOT,
        "2000 100 -1 ext4 mountpoint{ / } .",
        "r :: 50% 50 512+100% linux-swap method{ swap } format{ } ." + ROOT,
        "r :: 500 50 1000 ext4 $primary{ } $bootable{ } $lvmok{ } label{ a b } ." + ROOT,
        "a long name :: 1 1 1 free $iflabel{ gpt } method{ biosgrub } ." + ROOT
      })
  void recipeThatTheInstallerReadsIsNotTold(String recipe) {
    assertThat(codes(bios(PRESEED, RECIPE + recipe + "\n")))
        .doesNotContain(FindingCode.UNUSABLE_VALUE, FindingCode.NO_BOOT_PARTITION);
  }

  @Test
  void recipeWithoutARootIsAnErrorBeforeTheOrder() {
    for (String root : List.of("mountpoint{ /srv }", "mountpoint{/}", "", "filesystem{ / }")) {
      InstallPlan plan = bios(PRESEED, RECIPE + "r :: 2000 100 -1 ext4 " + root + " .\n");
      assertThat(found(plan, FindingCode.NO_BOOT_PARTITION)).as(root).containsExactly("/");
      assertThat(plan.isUsable()).isFalse();
    }
    String arrays =
        lines(
            "d-i partman-auto/method string raid",
            RECIPE + "r :: 2000 100 -1 raid method{ raid } .",
            ARRAYS + "1 2 0 ext4 / /dev/sda1#/dev/sdb1 .");
    assertThat(codes(bios(PRESEED, arrays))).doesNotContain(FindingCode.NO_BOOT_PARTITION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "raid1 2 0 ext4 / /dev/sda1#/dev/sda2 .",
        "2 2 0 ext4 / /dev/sda1#/dev/sda2 .",
        "1 two 0 ext4 / /dev/sda1#/dev/sda2 .",
        "1 2 ext4 / /dev/sda1#/dev/sda2 .",
        "6 3 0 lvm - raidid=2 .",
        "1 2 0 ext4 / /dev/sda1#/dev/sda2"
      })
  void arrayThatTheInstallerCannotReadIsAnError(String recipe) {
    assertThat(one(bios(PRESEED, ARRAYS + recipe + "\n"), FindingCode.UNUSABLE_VALUE).severity())
        .isEqualTo(Severity.ERROR);
    assertThat(codes(bios(PRESEED, ARRAYS + "1 2 0 ext4 / /dev/sda1#/dev/sda2 .\n")))
        .doesNotContain(FindingCode.UNUSABLE_VALUE);
  }

  /** As partman-auto-raid's own README has it. */
  @Test
  void arrayOfPartitionsByTheirIdNeedsAsManyOfThem() {
    String method = "d-i partman-auto/method string raid\n";
    String recipe =
        RECIPE
            + "multiraid :: 538 538 1075 free $iflabel{ gpt } method{ efi } format{ } ."
            + " 100 512 256 raid $lvmignore{ } method{ raid } raidid{ 1 } ."
            + " 900 5000 4000 raid $lvmignore{ } method{ raid } raidid{ 2 } ."
            + " 700 5000 4000 ext4 $defaultignore{ } $lvmok{ } lv_name{ root } mountpoint{ / } .\n";
    String arrays = ARRAYS + "1 2 0 ext3 /boot raidid=1 . 1 2 0 lvm - raidid=2 .\n";

    InstallPlan plan = uefi(PRESEED, method + recipe + arrays);

    assertThat(codes(plan))
        .doesNotContain(FindingCode.UNUSABLE_VALUE, FindingCode.NO_BOOT_PARTITION);
    assertThat(plan.text()).contains("partman-auto/disk string /dev/nvme0n1 /dev/nvme1n1\n");
    String named = "d-i partman-auto/disk string /dev/sda /dev/sdb\n";
    assertThat(codes(uefi(PRESEED, method + named + recipe + arrays)))
        .doesNotContain(FindingCode.UNUSABLE_VALUE);
    for (String wrong :
        List.of(
            method + recipe + arrays.replace("raidid=2", "raidid=3"),
            method + recipe + arrays.replace("1 2 0 lvm", "1 3 0 lvm"),
            method + "d-i partman-auto/disk string /dev/sda\n" + recipe + arrays)) {
      List<Finding> told =
          uefi(PRESEED, wrong).findings().stream()
              .filter(finding -> finding.code() == FindingCode.UNUSABLE_VALUE)
              .toList();
      assertThat(told).as(wrong).isNotEmpty().allMatch(f -> f.severity() == Severity.ERROR);
      assertThat(told.get(0).expected(Locale.ENGLISH)).contains("method{ raid } raidid{ ");
      assertThat(told.get(0).message(Locale.JAPANESE)).contains("raidid=", "使えません");
    }
    assertThat(codes(uefi(PRESEED, wrongBelowACommand(method + recipe, arrays))))
        .as("a script may change the recipe")
        .doesNotContain(FindingCode.UNUSABLE_VALUE);
  }

  private static String wrongBelowACommand(String text, String arrays) {
    return text + arrays.replace("raidid=2", "raidid=3") + "d-i partman/early_command string a\n";
  }

  @Test
  void arrayOfOneDeviceIsAWarning() {
    String text = lines("d-i partman-auto/method string raid", ARRAYS + "1 1 0 ext4 / /dev/sda1 .");

    assertThat(one(bios(PRESEED, text), FindingCode.UNUSABLE_VALUE).severity())
        .isEqualTo(Severity.WARNING);
  }

  @ParameterizedTest
  @CsvSource({
    "150%,true",
    "101%,true",
    "0%,true",
    "most,true",
    "-5GB,true",
    "100%,false",
    "80 %,false",
    "max,false",
    "20GB,false",
    "20.5 GiB,false",
    "500,false",
    "8192MB,false",
    "0.5 TB,false",
    "0.0 TB,true"
  })
  void guidedSizeIsAPartOfTheGroupOrASize(String size, boolean told) {
    List<FindingCode> codes =
        codes(bios(PRESEED, "d-i partman-auto-lvm/guided_size string " + size + "\n"));

    assertThat(codes.contains(FindingCode.UNUSABLE_VALUE)).isEqualTo(told);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"passwd/root-password", "passwd/user-password", "partman-crypto/passphrase"})
  void secretsThatDifferAreToldAndNeverShown(String question) {
    String text =
        lines(
            "d-i " + question + " password first-secret",
            "d-i " + question + "-again password other-secret");

    Finding finding = one(bios(PRESEED, text), FindingCode.DIFFERENT_AGAIN);

    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.line()).isEqualTo(2);
    assertThat(finding.message(Locale.ENGLISH)).contains(question + "-again and " + question + " ");
    assertThat(finding.message(Locale.JAPANESE)).contains(question, "違います");
    assertThat(finding.toString()).doesNotContain("secret");
    String corrected = text + "d-i " + question + "-again password first-secret\n";
    assertThat(codes(bios(PRESEED, corrected))).doesNotContain(FindingCode.DIFFERENT_AGAIN);
    String hashed = text + "d-i " + question + "-crypted password $6$salt$hash\n";
    assertThat(codes(bios(PRESEED, hashed)).contains(FindingCode.DIFFERENT_AGAIN))
        .isEqualTo(question.startsWith("partman-crypto/"));
  }

  @Test
  void sharesOfAGroupAreAtMostTheWhole() {
    String half = "logvol /a --vgname=v --name=a --percent=50\n";
    String more = "logvol /b --vgname=v --name=b --percent=51\n";

    Finding finding = one(bios(RHEL9, half + more), FindingCode.UNUSABLE_VALUE);

    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.line()).isEqualTo(2);
    assertThat(finding.message(Locale.ENGLISH)).contains("101%", "--vgname=v");
    assertThat(finding.message(Locale.JAPANESE)).contains("101%", "使えません");
    assertThat(Synthesis.check(RHEL9, half + more))
        .filteredOn(f -> f.code() == FindingCode.UNUSABLE_VALUE)
        .allMatch(f -> f.severity() == Severity.WARNING)
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "logvol /b --vgname=v --name=b --percent=50",
        "logvol /b --vgname=w --name=b --percent=100",
        "logvol /b --vgname=v --name=b --thin --poolname=p --percent=90",
        "logvol /b --vgname=v --name=b --noformat --percent=90"
      })
  void sharesThatFitAreNotTold(String line) {
    String half = "logvol /a --vgname=v --name=a --percent=50\n";

    assertThat(codes(bios(RHEL9, half + line + "\n"))).doesNotContain(FindingCode.UNUSABLE_VALUE);
  }
}
