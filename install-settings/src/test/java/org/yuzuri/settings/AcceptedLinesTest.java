package org.yuzuri.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yuzuri.settings.RealCases.bios;
import static org.yuzuri.settings.RealCases.codes;
import static org.yuzuri.settings.RealCases.lines;
import static org.yuzuri.settings.RealCases.one;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.finding.Severity;
import org.yuzuri.settings.plan.InstallPlan;
import org.yuzuri.settings.release.Release;

/** What the installer takes, or only warns about, and what was decided. */
class AcceptedLinesTest {

  private static final Release RHEL9 = Release.of("RHEL9");
  private static final String SOURCE = "url --url=http://10.30.0.10/os\nzerombr\n";

  /** pykickstart#413, anaconda#72, cobbler#1881. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "user --name=ops\nsshkey --username=ops \"ssh-ed25519 A a\"\nsshkey --username=ops \"ssh-ed25519 B b\"",
        "network --bootproto=dhcp\nnetwork --hostname=web1",
        "network --device=bond0 --bondslaves=eth0,eth1\nnetwork --device=bond0 --vlanid=7",
        "timezone Asia/Tokyo --ntpservers=10.30.0.1",
        "timezone --isUtc Asia/Tokyo",
        "%packages --instLangs=en\n%end",
        "%packages --excludeWeakdeps\n%end",
        "%traceback\n%end",
        "repo --name=a --baseurl=http://10.30.0.10/a\nrepo --name=a --baseurl=http://10.30.0.10/b"
      })
  void whatTheInstallerOnlyWarnsAboutCanBeOrdered(String text) {
    InstallPlan plan = bios(RHEL9, SOURCE + "autopart\n" + text + "\n");

    assertThat(plan.findings())
        .filteredOn(f -> f.code().isSyntax() && f.severity() == Severity.ERROR)
        .isEmpty();
    assertThat(plan.findings()).anyMatch(f -> f.severity() == Severity.WARNING);
    assertThat(plan.strictly().isUsable()).isFalse();
  }

  @Test
  void kickseedsOwnOptionsAreKnownAndItsVolumesHonoured() {
    String text =
        lines(
            "rootpw --disabled",
            "user --disabled",
            "logvol / --vgname=v --name=r --size=100",
            "volgroup v pv.1",
            "part pv.1 --size=200",
            "repo --name=x --baseurl=http://10.30.0.10/d --distribution=stable");

    assertThat(Synthesis.check(Release.KICKSEED, text)).noneMatch(f -> f.code().isSyntax());
    assertThat(Synthesis.check(Release.KICKSEED, "rootpw --lock\nfrobnicate\nraid / --level=1\n"))
        .filteredOn(f -> f.code().isSyntax())
        .hasSize(4)
        .allMatch(f -> f.severity() == Severity.WARNING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "timezone --isUtc Asia/Tokyo",
        "network --bootproto=dhcp\nnetwork --hostname=a",
        "user --name=a\nuser --name=a",
        "%traceback\ntrue\n%end"
      })
  void ourInstallersSyntaxIsTheOneThatItReads(String text) {
    assertThat(Synthesis.check(Release.KICKSTART_INSTALLER, SOURCE + text + "\n"))
        .noneMatch(f -> f.severity() == Severity.ERROR);
  }

  @Test
  void kernelArgumentsArePassedOnWithoutAWordWhereTheyAre() {
    String text = SOURCE + "bootloader --append=\"memmap=4G!12G\"\nautopart\n";

    assertThat(bios(RHEL9, text).text()).contains("memmap=4G!12G");
    assertThat(codes(bios(RHEL9, text))).doesNotContain(FindingCode.KERNEL_ARGUMENT);
  }

  /** xcat-core#821. */
  @Test
  void lendersDefaultsGiveWayToWhatAnIncludeMaySay() {
    String text = SOURCE + "%include /tmp/boot.ks\nautopart\n";
    String plan = bios(RHEL9, text).text();

    assertThat(plan.indexOf("bootloader ")).isLessThan(plan.indexOf("%include"));
    assertThat(plan.indexOf("%packages")).isLessThan(plan.indexOf("%include"));
    assertThat(plan.indexOf("network --device")).isGreaterThan(plan.indexOf("%include"));
    assertThat(plan).contains("%pre --erroronfail\n/yuzuri/hook settings RHEL9\n%end\n");
    assertThat(codes(bios(RHEL9, text))).contains(FindingCode.INCLUDE_NOT_SEEN);
    assertThat(bios(RHEL9, plan).text()).isEqualTo(plan);
  }

  @Test
  void restartByKexecGivesWayAndSaysSo() {
    InstallPlan plan = bios(RHEL9, "reboot --kexec\n");

    assertThat(plan.text()).contains("\nreboot\n").doesNotContain("kexec");
    assertThat(codes(plan)).contains(FindingCode.GIVES_WAY);
  }

  @Test
  void blankDisksWantALabel() {
    assertThat(one(bios(RHEL9, "autopart\n"), FindingCode.BLANK_DISKS).severity())
        .isEqualTo(Severity.WARNING);
    assertThat(codes(bios(RHEL9, "autopart\nclearpart --all --initlabel\n")))
        .doesNotContain(FindingCode.BLANK_DISKS);
  }

  @Test
  void subscriptionIsASourceOutsideTheTenantsNetwork() {
    String rhsm = "rhsm --organization=1 --activation-key=k\n";

    assertThat(codes(bios(RHEL9, rhsm))).doesNotContain(FindingCode.NO_SOURCE);
    assertThat(one(bios(RHEL9, rhsm), FindingCode.OUTSIDE_TENANT_NETWORK).severity())
        .isEqualTo(Severity.WARNING);
  }
}
