package org.yuzuri.settings.preseed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yuzuri.settings.Servers;
import org.yuzuri.settings.Synthesis;
import org.yuzuri.settings.facts.Facts;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.finding.Severity;
import org.yuzuri.settings.merge.LenderQuestions;
import org.yuzuri.settings.plan.InstallPlan;
import org.yuzuri.settings.plan.Origin;
import org.yuzuri.settings.release.Release;

class PreseedTest {

  @Test
  void lenderAnswersExactlyItsQuestions() {
    assertThat(new LenderAnswers(Servers.small()).all().keySet())
        .containsExactlyInAnyOrderElementsOf(LenderQuestions.ANSWERED);
  }

  @Test
  void continuedAnswerIsOneSettingAndPrintsBack() {
    String text = "d-i pkgsel/include string vim \\\n  git\r\n# end \\\nd-i a/b boolean true";
    PreseedTree tree = PreseedTree.parse(text);

    assertThat(tree.print()).isEqualTo(text);
    assertThat(tree.settings()).hasSize(3);
    assertThat(tree.settings().get(0).value()).isEqualTo("vim git");
  }

  @Test
  void answerGoesOnBehindRemarksAndBlankLines() {
    PreseedTree tree = PreseedTree.parse("d-i a/b string one\\\r\n# remark\r\n\n two\n");

    assertThat(tree.settings()).hasSize(1);
    assertThat(tree.settings().get(0).value()).isEqualTo("one two");
  }

  @Test
  void lineThatOnlyLooksLikeARemarkIsRead() {
    InstallPlan plan = plan("  # preseed/run string http://10.30.0.10/more.sh\n");

    assertThat(InstallerAnswers.of(plan.text())).doesNotContainKey("preseed/run");
    assertThat(codes(plan)).contains(FindingCode.GIVES_WAY);
  }

  @Test
  void answerThatIsContinuedAtTheEndSwallowsNothingOfTheLenders() {
    for (String end :
        List.of("\\", "\\\n", "\\\r\n\n# remark\n", "\\\\\\\n", "\\\n\\", "\n\u00a0\\\n")) {
      InstallPlan plan = plan("d-i pkgsel/upgrade select none " + end);

      assertThat(InstallerAnswers.of(plan.text())).containsEntry("netcfg/enable", "true");
      assertThat(codes(plan)).as(end).contains(FindingCode.UNREADABLE_PRESEED_LINE);
    }
  }

  @Test
  void networkIsTheLendersWhateverTheQuestion() {
    InstallPlan plan =
        plan("d-i netcfg/dhcp_options select Do not configure\nd-i netcfg/get_domain string a.b\n");

    assertThat(InstallerAnswers.of(plan.text()))
        .doesNotContainKey("netcfg/dhcp_options")
        .containsEntry("netcfg/get_domain", "a.b");
    assertThat(plan.lines())
        .anySatisfy(line -> assertThat(line.replaced().orElse("")).contains("dhcp_options"));
  }

  @Test
  void flagOfAQuestionIsNoAnswerToIt() {
    assertThat(InstallerAnswers.of(plan("d-i netcfg/get_hostname seen false\n").text()))
        .containsEntry("netcfg/get_hostname", "lent-17");
  }

  @Test
  void nothingMoreIsFetchedAndTheServerIsNotSwitchedOff() {
    InstallPlan plan =
        plan(
            """
            d-i preseed/url string http://10.30.0.10/more.cfg
            d-i debian-installer/exit/always_halt boolean true
            """);

    assertThat(InstallerAnswers.of(plan.text()))
        .doesNotContainKey("preseed/url")
        .containsEntry("debian-installer/exit/always_halt", "false");
    assertThat(plan.lines())
        .anySatisfy(line -> assertThat(line.replaced().orElse("")).contains("preseed/url"));
  }

  @Test
  void lineThatTheInstallerTakesButThatDoesNothingIsAWarning() {
    assertThat(plan("d-i keymap select us\n").findings())
        .filteredOn(finding -> finding.code() == FindingCode.UNREADABLE_PRESEED_LINE)
        .extracting(Finding::severity)
        .containsExactly(Severity.WARNING);
    assertThat(plan("d-i only\n").isUsable()).isFalse();
    assertThat(plan("d-i preseed/run\u3000string string x\n").isUsable()).isFalse();
  }

  @Test
  void tenantsCommandRunsInAShellOfItsOwnAndBeforeTheLenders() {
    InstallPlan plan = plan("d-i preseed/late_command string echo 'a'; exit 1\n");

    assertThat(plan.text())
        .contains(
            "d-i preseed/late_command string sh -c 'echo '\\''a'\\''; exit 1'; "
                + "/yuzuri/hook post /target; /yuzuri/hook installed\n");
    assertThat(plan.lines()).anyMatch(line -> line.origin() == Origin.BOTH);
  }

  @Test
  void networkStaysOnAndStaysTheLenders() {
    InstallPlan plan =
        plan("d-i netcfg/enable boolean false\nd-i netcfg/get_ipaddress string 10.0.0.1\n");

    assertThat(plan.text())
        .contains("d-i netcfg/enable boolean true\n", "get_ipaddress string 192.0.2.17\n")
        .doesNotContain("netcfg/enable boolean false", "10.0.0.1");
    assertThat(codes(plan)).contains(FindingCode.GIVES_WAY);
  }

  @Test
  void whatWaitsForAPersonIsFound() {
    assertThat(codes("d-i netcfg/get_hostname seen false\n"))
        .contains(FindingCode.WAITS_FOR_A_PERSON);
    assertThat(codes("d-i debconf/priority select medium\n"))
        .contains(FindingCode.WAITS_FOR_A_PERSON);
    assertThat(codes("d-i apt-setup/cdrom/set-first boolean true\n"))
        .contains(FindingCode.ABSENT_MEDIUM);
    assertThat(codes("d-i time/zone string UTC\n"))
        .contains(FindingCode.OPEN_QUESTION, FindingCode.NO_DIVISION);
    assertThat(codes(" \n")).contains(FindingCode.NOTHING_TO_READ);
  }

  @Test
  void placesOutsideTheTenantsNetworkAreFound() {
    assertThat(codes("d-i apt-setup/local0/repository string deb http://203.0.113.9/d x main\n"))
        .contains(FindingCode.OUTSIDE_TENANT_NETWORK);
    assertThat(codes("d-i mirror/http/proxy string http://203.0.113.9:3128/\n"))
        .contains(FindingCode.OUTSIDE_TENANT_NETWORK);
    assertThat(codes("d-i mirror/http/hostname string 10.30.0.10\n"))
        .doesNotContain(FindingCode.OUTSIDE_TENANT_NETWORK);
    assertThat(codes("d-i apt-setup/local0/key string file:///x\n"))
        .contains(FindingCode.LOCAL_FILE);
  }

  @Test
  void secretsScriptsAndLookalikesAreFound() {
    assertThat(codes("d-i passwd/root-password-crypted password $1$a$b\n"))
        .contains(FindingCode.WEAK_HASH);
    assertThat(codes("d-i passwd/user-password password geheim\n"))
        .contains(FindingCode.CLEAR_PASSWORD);
    assertThat(codes("d-i preseed/early_command string ip link set eth0 down\n"))
        .contains(FindingCode.NETWORK_TAKEN_DOWN);
    assertThat(codes("d-i partman/early_command string rm /yuzuri/hook\n"))
        .contains(FindingCode.NAMES_THE_TRANSFER);
    assertThat(codes("d-i netc\u0444g/enable boolean true\n"))
        .contains(FindingCode.LOOKALIKE_LETTERS);
  }

  @Test
  void recipeThatDoesNotFitTheDiskIsFound() {
    String recipe = "d-i partman-auto/expert_recipe string boot-root :: 500 50 1000 ext4 . ";

    assertThat(codes(recipe + "20000 100 -1 ext4 .\n"))
        .doesNotContain(FindingCode.TOO_LARGE_FOR_DISK);
    assertThat(codes(recipe + "50000 100 -1 ext4 .\n")).contains(FindingCode.TOO_LARGE_FOR_DISK);
  }

  @Test
  void sizeInPercentIsOneOfTheMemory() {
    String text = "d-i partman-auto/expert_recipe string r :: 100% 50 -1 linux-swap .\n";

    assertThat(codes(Synthesis.plan(Release.PRESEED, text, Servers.large(Release.PRESEED))))
        .contains(FindingCode.TOO_LARGE_FOR_DISK);
    assertThat(codes(text)).doesNotContain(FindingCode.TOO_LARGE_FOR_DISK);
  }

  @Test
  void lendersTimeSourceIsTakenWhereTheTenantNamesNone() {
    Facts facts = Servers.large(Release.PRESEED);
    String own = "d-i clock-setup/ntp-server string 10.30.0.1\n";
    String plan = Synthesis.plan(Release.PRESEED, "d-i time/zone string UTC\n", facts).text();

    assertThat(InstallerAnswers.of(plan)).containsEntry("clock-setup/ntp-server", "192.0.2.123");
    assertThat(Synthesis.plan(Release.PRESEED, plan, facts).text()).isEqualTo(plan);
    assertThat(InstallerAnswers.of(Synthesis.plan(Release.PRESEED, own, facts).text()))
        .containsEntry("clock-setup/ntp-server", "10.30.0.1");
  }

  @Test
  void kickseedsPreseedCommandCannotAnswerForTheLender() {
    String text = "preseed --owner d-i netcfg/get_ipaddress string 10.9.9.9\nlang en_US\n";
    InstallPlan plan = Synthesis.plan(Release.KICKSEED, text, Servers.inTransfer(Release.KICKSEED));

    assertThat(plan.text()).doesNotContain("10.9.9.9").contains("lang en_US\n");
    assertThat(codes(plan)).contains(FindingCode.GIVES_WAY);
  }

  @Test
  void kickseedsPreseedCommandIsRead() {
    String good = "preseed keyboard-configuration/xkb-keymap select us\n";
    String bad = "preseed pkgsel/include string vim git\n";

    assertThat(codes(Synthesis.plan(Release.KICKSEED, good, Servers.small())))
        .doesNotContain(FindingCode.UNREADABLE_PRESEED_LINE);
    assertThat(codes(Synthesis.plan(Release.KICKSEED, bad, Servers.small())))
        .contains(FindingCode.UNREADABLE_PRESEED_LINE);
  }

  @Test
  void backslashAtTheEndOfKickseedsAnswerCarriesNoLineEnd() {
    String text = "preseed debian-installer/add-kernel-opts string \"a b\"\\\n";
    InstallPlan plan = Synthesis.plan(Release.KICKSEED, text, Servers.inTransfer(Release.KICKSEED));

    assertThat(plan.text()).contains("add-kernel-opts string \"a b console=ttyS0\"\n");
  }

  private static InstallPlan plan(String text) {
    return Synthesis.plan(Release.PRESEED, text, Servers.inTransfer(Release.PRESEED));
  }

  private static List<FindingCode> codes(String text) {
    return codes(plan(text));
  }

  private static List<FindingCode> codes(InstallPlan plan) {
    return plan.findings().stream().map(Finding::code).toList();
  }
}
