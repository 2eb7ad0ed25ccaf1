package org.yuzuri.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuzuri.settings.facts.Facts;
import org.yuzuri.settings.facts.Firmware;
import org.yuzuri.settings.facts.Nic;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.finding.Severity;
import org.yuzuri.settings.plan.InstallPlan;
import org.yuzuri.settings.plan.Origin;
import org.yuzuri.settings.release.Release;

class SynthesisTest {

  private static final Release RHEL9 = Release.of("RHEL9");

  @Test
  void lenderReplacesTheNetworkAndSaysWhatItReplaced() {
    String asked = "network --bootproto=dhcp --hostname=web1";
    InstallPlan plan = Synthesis.plan(RHEL9, asked + "\n", Servers.small());

    assertThat(plan.text())
        .contains("network --device=52:54:00:12:34:56 --bootproto=static --ip=192.0.2.17")
        .contains("network --hostname=web1\n")
        .doesNotContain("dhcp");
    assertThat(plan.lines())
        .anySatisfy(
            line -> {
              assertThat(line.origin()).isEqualTo(Origin.LENDER);
              assertThat(line.replaced()).contains(asked);
            });
  }

  @Test
  void cardWithoutIpv6IsNotKeptWaitingForIt() {
    assertThat(Synthesis.plan(RHEL9, "lang en_US\n", Servers.small()).text().lines())
        .filteredOn(line -> line.startsWith("network --device="))
        .isNotEmpty()
        .allMatch(line -> line.endsWith(" --noipv6"));
    assertThat(Synthesis.plan(Release.of("RHEL4"), "lang en_US\n", Servers.small()).text())
        .as("a release without the option")
        .doesNotContain("--noipv6");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RHEL9", "PRESEED"})
  void lendersRemarkStandsOnceWhateverBlanksTheTenantWroteBehindIt(String release) {
    String remark = "# yuzuri: the lender's facts";

    assertThat(Synthesis.plan(Release.of(release), remark + " \t\n", Servers.small()).text())
        .containsOnlyOnce(remark);
  }

  @Test
  void planWithoutHooksCallsNone() {
    assertThat(Synthesis.plan(RHEL9, "lang en_US\n", Servers.small()).text())
        .doesNotContain("/yuzuri");
  }

  @Test
  void switchingOffBecomesARestart() {
    InstallPlan plan = Synthesis.plan(RHEL9, "poweroff\n", Servers.small());

    assertThat(plan.text()).doesNotContain("poweroff").contains("\nreboot\n");
    assertThat(codes(plan.findings())).contains(FindingCode.POWER_OFF);
  }

  @Test
  void disksAreTheServersAndStrangeOnesAreRefused() {
    String text = "clearpart --all --drives=sda\npart / --size=1024 --ondisk=sdc\n";
    InstallPlan plan = Synthesis.plan(RHEL9, text, Servers.small());

    assertThat(plan.text()).contains("clearpart --all --drives=vda\n", "ignoredisk --only-use=vda");
    assertThat(codes(plan.findings())).contains(FindingCode.NO_SUCH_DISK, FindingCode.DISK_RENAMED);
    assertThat(plan.isUsable()).isFalse();
  }

  @Test
  void lendersOptionsStandWhereTheyAreRead() {
    Release oldest = Release.of("FC3");
    String once = Synthesis.plan(oldest, "clearpart --all -- x\n", Servers.small()).text();

    assertThat(once).contains("clearpart --all --drives=vda -- x\n");
    assertThat(Synthesis.plan(oldest, once, Servers.small()).text()).isEqualTo(once);
  }

  @Test
  void backslashAtTheEndCannotCarryALineOfItsOwn() {
    InstallPlan plan =
        Synthesis.plan(RHEL9, "bootloader --append=quiet\\\nskipx\n", Servers.small());

    assertThat(plan.text())
        .contains("bootloader --append=\"quiet console=ttyS0\" --boot-drive=vda\nskipx\n");
  }

  @Test
  void repositoryOutsideTheTenantsNetworkIsAnError() {
    String text = "url --url=http://203.0.113.9/os\n";

    assertThat(Synthesis.check(RHEL9, text, Servers.inTransfer(RHEL9)))
        .filteredOn(finding -> finding.severity() == Severity.ERROR)
        .extracting(Finding::code)
        .contains(FindingCode.OUTSIDE_TENANT_NETWORK);
  }

  @Test
  void partitionsLargerThanTheDiskAreAnError() {
    String text = "part / --size=99999999\n";

    assertThat(codes(Synthesis.check(RHEL9, text, Servers.small())))
        .contains(FindingCode.TOO_LARGE_FOR_DISK);
  }

  @Test
  void gravestFindingOfALineComesFirst() {
    String text = "lang en_US\npart /boot --size=20 --frob\n";

    assertThat(Synthesis.check(RHEL9, text))
        .filteredOn(finding -> finding.line() == 2)
        .extracting(Finding::code)
        .containsExactly(FindingCode.UNKNOWN_OPTION, FindingCode.TOO_SMALL_PARTITION);
  }

  @Test
  void installerIsCalledByTheNameThatPeopleKnow() {
    assertThat(Synthesis.check(Release.KICKSTART_INSTALLER, "logvol / --vgname=v --name=n\n"))
        .filteredOn(finding -> finding.code() == FindingCode.NOT_HONOURED)
        .extracting(finding -> finding.message(Locale.ENGLISH))
        .containsExactly("Debian by kickstart does not honour logvol.");
  }

  @Test
  void scriptThatNamesTheTransfersDirectoryIsFound() {
    for (String script : List.of("rm -rf /yuzuri", "rm -f /yuzuri/hook", "cd /yuzuri; ls")) {
      assertThat(codes(Synthesis.check(RHEL9, "%pre\n" + script + "\n%end\n")))
          .as(script)
          .contains(FindingCode.NAMES_THE_TRANSFER);
    }
    assertThat(codes(Synthesis.check(RHEL9, "%pre\nls /yuzuri-docs\n%end\n")))
        .doesNotContain(FindingCode.NAMES_THE_TRANSFER);
  }

  @Test
  void productionVpnNeedsNoPackage() {
    Facts transfer = Servers.inTransfer(RHEL9);
    String own = "%packages\n@core\n-strongswan\n%end\n";

    assertThat(Synthesis.plan(RHEL9, own, transfer).text())
        .contains(own)
        .doesNotContain("\nstrong");
    assertThat(Synthesis.plan(RHEL9, "lang en_US\n", transfer).text())
        .as("Anaconda asks for a list where there is none")
        .contains("%packages\n%end\n");
    for (String image : List.of("liveimg --url=http://10.0.0.1/a", "ostreecontainer --url=a/b")) {
      assertThat(Synthesis.plan(Release.of("F41"), image + "\n", transfer).text())
          .doesNotContain("%packages");
    }
  }

  @Test
  void lendersTimeSourceIsTakenWhereTheTenantNamesNone() {
    String lenders = "timesource --ntp-server=192.0.2.123\n";
    String plan = Synthesis.plan(RHEL9, "timezone UTC\n", Servers.large(RHEL9)).text();

    assertThat(plan).containsOnlyOnce(lenders);
    assertThat(Synthesis.plan(RHEL9, plan, Servers.large(RHEL9)).text()).isEqualTo(plan);
    for (String own : List.of("timesource --ntp-disable", "timezone UTC --nontp")) {
      assertThat(Synthesis.plan(RHEL9, own + "\n", Servers.large(RHEL9)).text())
          .doesNotContain(lenders);
    }
  }

  @Test
  void swapToSleepIntoHoldsTheMemory() {
    String text = "part swap --hibernation\n";

    assertThat(codes(Synthesis.check(RHEL9, text, Servers.large(RHEL9))))
        .contains(FindingCode.TOO_LARGE_FOR_DISK);
    assertThat(codes(Synthesis.check(RHEL9, text, Servers.small())))
        .doesNotContain(FindingCode.TOO_LARGE_FOR_DISK);
  }

  @Test
  void secretIsNeverRepeated() {
    List<Finding> findings = Synthesis.check(RHEL9, "rootpw --plaintext geheim\n");

    assertThat(codes(findings)).contains(FindingCode.CLEAR_PASSWORD);
    assertThat(findings.toString()).doesNotContain("geheim");
  }

  @Test
  void commandOfAnotherReleaseIsToldFromAnUnknownOne() {
    assertThat(codes(Synthesis.check(RHEL9, "install\nfoo\n")))
        .contains(FindingCode.COMMAND_OF_OTHER_RELEASES, FindingCode.UNKNOWN_COMMAND);
  }

  @Test
  void lineEndsThatOnlySomeReadersSeeAreShown() {
    List<Finding> findings = Synthesis.check(RHEL9, "# harmless\u2028poweroff\n", Servers.small());

    assertThat(codes(findings)).contains(FindingCode.HIDDEN_CHARACTER, FindingCode.POWER_OFF);
  }

  @Test
  void preseedGetsTheLendersAnswersAndKeepsTheTenantsCommands() {
    Facts facts = Servers.inTransfer(Release.PRESEED);
    String text =
        """
        d-i netcfg/get_ipaddress string 10.0.0.1
        d-i preseed/late_command string in-target sh -c 'true'
        """;
    InstallPlan plan = Synthesis.plan(Release.PRESEED, text, facts);

    assertThat(plan.text())
        .contains("d-i netcfg/get_ipaddress string 192.0.2.17\n")
        .contains("d-i preseed/early_command string /yuzuri/hook pre\n")
        .contains(
            "string sh -c 'in-target sh -c '\\''true'\\'''; /yuzuri/hook post /target;"
                + " /yuzuri/hook installed\n");
  }

  @Test
  void kickseedTakesItsPreseedCommand() {
    String text = "preseed keyboard-configuration/xkb-keymap select us\n";

    assertThat(codes(Synthesis.check(Release.KICKSEED, text)))
        .doesNotContain(FindingCode.UNKNOWN_COMMAND);
    assertThat(codes(Synthesis.check(RHEL9, text))).contains(FindingCode.UNKNOWN_COMMAND);
  }

  @Test
  void everyFindingHasItsTextsInBothLanguages() {
    for (FindingCode code : FindingCode.values()) {
      Finding finding = new Finding(code, Severity.INFO, 1, 1, "x", "a", "b", "c");
      for (Locale locale : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
        assertThat(finding.message(locale)).isNotBlank();
        assertThat(finding.expected(locale)).isNotBlank();
      }
      assertThat(finding.message(Locale.JAPANESE)).isNotEqualTo(finding.message(Locale.ENGLISH));
    }
  }

  @Test
  void kickseedGetsNoOptionThatItDoesNotHave() {
    String text =
        """
        bootloader --location=mbr
        preseed debian-installer/add-kernel-opts string "quiet nomodeset"
        """;

    InstallPlan plan = Synthesis.plan(Release.KICKSEED, text, Servers.inTransfer(Release.KICKSEED));

    assertThat(plan.text())
        .doesNotContain("--driveorder", "--append", "--onboot")
        .contains("bootloader --location=mbr\n")
        .contains("preseed grub-installer/bootdev string /dev/")
        .containsOnlyOnce("add-kernel-opts string \"quiet nomodeset console=");
    assertThat(
            Synthesis.plan(Release.KICKSEED, plan.text(), Servers.inTransfer(Release.KICKSEED))
                .text())
        .as("merged again")
        .isEqualTo(plan.text());
  }

  @Test
  void kickseedIsToldThatThereAreNoNameServers() {
    Facts known = Servers.small();
    Nic card = new Nic("52:54:00:12:34:56", "192.0.2.17/24", "192.0.2.1", List.of());
    Facts facts = Facts.of("lent-17", Firmware.UEFI, "ttyS0", List.of(card), known.disks());

    InstallPlan plan = Synthesis.plan(Release.KICKSEED, "lang en_US\n", facts);

    assertThat(plan.text()).contains("\npreseed netcfg/get_nameservers string\n");
    assertThat(Synthesis.plan(Release.KICKSEED, plan.text(), facts).text())
        .as("merged again")
        .isEqualTo(plan.text());
    assertThat(Synthesis.plan(Release.KICKSEED, "lang en_US\n", known).text())
        .doesNotContain("get_nameservers");
  }

  private static List<FindingCode> codes(List<Finding> findings) {
    return findings.stream().map(Finding::code).toList();
  }

  @Test
  void sectionThatBeginsLikeTheLendersAndGoesOnStaysTheTenants() {
    Release release = Release.of("FC3");

    InstallPlan plan =
        Synthesis.plan(release, "%pre\n/yuzuri/hook pre\nreboot\n", Servers.inTransfer(release));

    assertThat(LenderSectionsOf.wrong(release, plan.text())).isEmpty();
    assertThat(plan.text()).contains("%pre\n/yuzuri/hook pre\n%pre\n/yuzuri/hook pre\nreboot\n");
  }
}
