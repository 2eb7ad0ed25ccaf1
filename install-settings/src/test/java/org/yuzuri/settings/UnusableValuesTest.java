package org.yuzuri.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yuzuri.settings.RealCases.bios;
import static org.yuzuri.settings.RealCases.codes;
import static org.yuzuri.settings.RealCases.one;

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

/** What the parser takes and the installer stops at, or goes on without. */
class UnusableValuesTest {

  private static final Release RHEL9 = Release.of("RHEL9");
  private static final Release PRESEED = Release.PRESEED;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "url --url=mirror/os",
        "url --url=htp://10.30.0.10/os",
        "url --url=http:///os",
        "url --mirrorlist=mirrors.example.org/list",
        "url --url=nfs://10.30.0.10/os",
        "repo --name=a --baseurl=10.30.0.10/a",
        "repo --name=a --metalink=/metalink",
        "liveimg --url=images/root.img",
        "nfs --server=http://10.30.0.10 --dir=/os",
        "nfs --server=10.30.0.10:/os --dir=/os",
        "iscsi --ipaddr=10.30.0.10/lun --target=x",
        "rhsm --organization=1 --activation-key=k --server-hostname=https://subscriptions",
        "part /srv --size=9000 --fstype=ext5",
        "raid srv --level=1 --device=0 sda1 sdb1",
        "clearpart --all --disklabel=mbr",
        "user --name=\"a b\"",
        "group --name=web:users"
      })
  void valueAtWhichTheInstallerStopsIsAnErrorBeforeTheOrder(String line) {
    Finding finding = one(bios(RHEL9, line + "\n"), FindingCode.UNUSABLE_VALUE);

    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.message(Locale.ENGLISH)).contains(finding.found(), "cannot use it");
    assertThat(finding.message(Locale.JAPANESE)).contains(finding.found(), "使えません");
    assertThat(finding.expected(Locale.ENGLISH)).isNotBlank();
    assertThat(Synthesis.check(RHEL9, line + "\n"))
        .as("before a server is known")
        .anyMatch(f -> f.code() == FindingCode.UNUSABLE_VALUE && f.severity() == Severity.WARNING);
  }

  @ParameterizedTest
  @CsvSource({
    "timezone Asia/Tokio,Asia/Tokyo",
    "timezone JST,''",
    "lang en-US,en_US",
    "lang xx_YY.UTF-8,''",
    "url --url=http://10.30.0.10/ --proxy=http://,''",
    "logging --host=http://log,''",
    "timesource --ntp-server=ntp://10.30.0.1,''",
    "driverdisk --source=dd.img,''",
    "'sshkey --username=ghost \"ssh-ed25519 AAAA\"',''"
  })
  void valueThatTheInstallerGoesOnWithoutIsAWarning(String line, String meant) {
    Finding finding = one(bios(RHEL9, line + "\n"), FindingCode.UNUSABLE_VALUE);

    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.suggestion(Locale.ENGLISH).orElse(""))
        .isEqualTo(meant.isEmpty() ? "" : "Did you mean " + meant + "?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "url --url=https://10.30.0.10/os/",
        "url --url=file:///run/install/repo",
        "url --url=http://[2001:db8::1]:8080/os --proxy=http://user:pw@10.30.0.3:3128",
        "repo --name=a --baseurl=nfs:10.30.0.10:/export",
        "repo --name=a --baseurl=http://10.30.0.10/$releasever/$basearch",
        "repo --name=fedora",
        "nfs --server=nfs_1.example.org --dir=/os",
        "part /srv --size=900 --fstype=\"xfs\"",
        "part /boot/efi --size=600 --fstype=\"EFI System Partition\"",
        "user --name=Ops.Team-1 --groups=wheel",
        "user --name=ops\nsshkey --username=ops \"ssh-ed25519 AAAA\"",
        "sshkey --username=root \"ssh-ed25519 AAAA\"",
        "%include /tmp/users.ks\nsshkey --username=ops \"ssh-ed25519 AAAA\"",
        "timezone --utc Etc/UTC",
        "timezone EST",
        "timezone --ntpservers=10.30.0.1 America/Argentina/Buenos_Aires",
        "lang ja_JP.UTF-8 --addsupport=de_DE.UTF-8",
        "lang sr_RS.UTF-8@latin",
        "lang C.UTF-8",
        "updates http://10.30.0.10/updates.img",
        "updates"
      })
  void valueThatCanBeUsedIsNotTold(String text) {
    assertThat(codes(bios(RHEL9, text + "\n"))).doesNotContain(FindingCode.UNUSABLE_VALUE);
  }

  @ParameterizedTest
  @CsvSource({
    "mirror/http/hostname string http://10.30.0.10,ERROR,''",
    "mirror/protocol select htp,ERROR,http",
    "partman-auto/method string lmv,ERROR,lvm",
    "partman/choose_partition select finnish,ERROR,finish",
    "passwd/username string root,ERROR,''",
    "passwd/username string Ops Team,ERROR,''",
    "mirror/http/directory string debian,WARNING,''",
    "partman-auto/choose_recipe select atomics,WARNING,atomic",
    "clock-setup/utc boolean yes,WARNING,true",
    "passwd/make-user boolean flase,WARNING,false",
    "time/zone string Asia/Tokio,WARNING,Asia/Tokyo",
    "pkgsel/upgrade select full-upgrad,WARNING,full-upgrade"
  })
  void answerThatCannotBeUsedIsTold(String answer, Severity severity, String meant) {
    Finding finding = one(bios(PRESEED, "d-i " + answer + "\n"), FindingCode.UNUSABLE_VALUE);

    assertThat(finding.severity()).isEqualTo(severity);
    assertThat(finding.message(Locale.JAPANESE)).contains(answer.split(" ", -1)[0]);
    assertThat(finding.suggestion(Locale.JAPANESE).orElse(""))
        .isEqualTo(meant.isEmpty() ? "" : meant + " のことですか。");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "part pv.1 --size=900\nvolgroup v pv.2",
        "part pv.1 --size=900\nlogvol / --vgname=v --name=r --size=800",
        "part pv.1 --size=900\nvolgroup v pv.1\nlogvol / --vgname=w --name=r --size=800",
        "part pv.1 --size=9000\nvolgroup v pv.1\nlogvol / --vgname=v --thin --poolname=p --name=r --size=800",
        "part raid.1 --size=900\nraid / --level=1 --device=0 raid.1 raid.2",
        "part raid.1 --size=900\npart raid.2 --size=900\nraid / --level=5 --device=0 raid.1 raid.2",
        "part raid.1 --size=900\npart raid.2 --size=900\nraid / --level=RAID1 --spares=1 --device=0 raid.1 raid.2"
      })
  void storageThatNoLineMakesIsAnError(String text) {
    Finding finding = one(bios(RHEL9, text + "\n"), FindingCode.UNDEFINED_STORAGE);

    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.message(Locale.ENGLISH)).contains("no line makes");
    assertThat(finding.message(Locale.JAPANESE)).contains("作る行がありません");
    assertThat(codes(bios(RHEL9, "%include /tmp/disks.ks\n" + text + "\n")))
        .doesNotContain(FindingCode.UNDEFINED_STORAGE);
  }

  @Test
  void storageIsMadeInWhateverOrderTheLinesStand() {
    String text =
        """
        logvol / --vgname=v --name=r --size=800
        volgroup v pv.1
        raid pv.1 --level=1 --device=0 raid.1 raid.2
        part raid.1 --size=2000
        part raid.2 --size=2000
        """;

    assertThat(codes(bios(RHEL9, text + "\n"))).doesNotContain(FindingCode.UNDEFINED_STORAGE);
  }

  @ParameterizedTest
  @CsvSource({
    "raid / --level=1 --device=md0 sda1 /dev/sdb1,nvme0n1p1 /dev/nvme1n1p1",
    "volgroup v /dev/sda2,/dev/nvme0n1p2",
    "volgroup v pv.1 sdb1,pv.1 nvme1n1p1"
  })
  void disksAmongMembersGetTheServersNames(String line, String members) {
    InstallPlan plan = Synthesis.plan(RHEL9, line + "\n", Servers.uefi(RHEL9));

    assertThat(plan.text()).contains(members);
    assertThat(codes(plan)).contains(FindingCode.DISK_RENAMED);
    assertThat(Synthesis.plan(RHEL9, plan.text(), Servers.uefi(RHEL9)).text())
        .isEqualTo(plan.text());
  }

  @ParameterizedTest
  @CsvSource({
    "RHEL9,bootloader --append=\"resume=/dev/sda3 quiet\"",
    "PRESEED,grub-pc grub-pc/install_devices multiselect /dev/sda",
    "PRESEED,d-i debian-installer/add-kernel-opts string resume=/dev/sda3"
  })
  void diskThatTheInstalledSystemWouldWaitForIsWarnedOf(String name, String line) {
    Release release = Release.of(name);

    InstallPlan plan = Synthesis.plan(release, line + "\n", Servers.uefi(release));

    assertThat(one(plan, FindingCode.NO_SUCH_DISK).severity()).isEqualTo(Severity.WARNING);
  }
}
