package org.yuzuri.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yuzuri.settings.RealCases.bios;
import static org.yuzuri.settings.RealCases.codes;
import static org.yuzuri.settings.RealCases.lines;
import static org.yuzuri.settings.RealCases.one;
import static org.yuzuri.settings.RealCases.open;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.plan.InstallPlan;
import org.yuzuri.settings.release.Release;

/** What people met with answers of a preseed and with scripts. */
class AnswersAndScriptsTest {

  private static final Release RHEL9 = Release.of("RHEL9");
  private static final Release PRESEED = Release.PRESEED;

  /** elbe#400, debi#5. */
  @Test
  void onlyQuestionsThatAreReallyOpenAreTold() {
    assertThat(open("d-i mirror/protocol string https\nd-i mirror/https/hostname string m\n"))
        .noneMatch(question -> question.startsWith("mirror/"));
    assertThat(open("d-i mirror/protocol string https\n")).contains("mirror/https/hostname");
    assertThat(open("d-i time/zone string UTC\n"))
        .contains(
            "passwd/root-password-crypted",
            "passwd/username",
            "passwd/user-fullname",
            "passwd/user-password-crypted");
    assertThat(
            open(
                lines(
                    "d-i passwd/root-login boolean false",
                    "d-i passwd/user-fullname string A",
                    "d-i passwd/username string a",
                    "d-i passwd/user-password password x")))
        .contains("passwd/user-password-again")
        .doesNotContain("passwd/root-password-crypted", "passwd/username");
    assertThat(
            open(
                "d-i passwd/make-user boolean false\nd-i passwd/root-password-crypted password $6$a$b\n"))
        .noneMatch(question -> question.startsWith("passwd/"));
    assertThat(open("d-i partman-auto/method string lvm\n"))
        .contains("partman-lvm/confirm", "partman-auto/choose_recipe");
    assertThat(open("d-i passwd/root-password-crypted seen true\n"))
        .as("a flag answers nothing")
        .contains("passwd/root-password-crypted");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "d-i netcfg/get_hostname string web_01",
        "d-i netcfg/hostname string web_01",
        "d-i netcfg/get_hostname string -web"
      })
  void hostNameThatIsNotTakenIsSaid(String text) {
    InstallPlan plan = bios(PRESEED, text + "\n");

    assertThat(one(plan, FindingCode.HOST_NAME_NOT_TAKEN).message(Locale.ENGLISH))
        .contains("lent-17");
    assertThat(plan.text()).contains("get_hostname string lent-17\n").doesNotContain("web\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"web_01", "a.b_c", "-a"})
  void hostNameOfAKickstartIsJudgedLikewise(String name) {
    for (Release release : List.of(RHEL9, Release.KICKSEED, Release.KICKSTART_INSTALLER)) {
      assertThat(codes(bios(release, "network --hostname=" + name + "\n")))
          .contains(FindingCode.HOST_NAME_NOT_TAKEN);
    }
    String long66 = "a".repeat(33) + "." + "b".repeat(32);
    assertThat(codes(bios(RHEL9, "network --hostname=" + long66 + "\n")))
        .contains(FindingCode.HOST_NAME_NOT_TAKEN);
    assertThat(codes(bios(PRESEED, "d-i netcfg/get_hostname string " + long66 + "\n")))
        .contains(FindingCode.HOST_NAME_NOT_TAKEN);
  }

  /** community-templates#213. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "kill-all-dhcp; netcfg",
        "debconf-set netcfg/get_ipaddress 10.0.0.9",
        "true; /bin/debconf-set netcfg/choose_interface eth1",
        ". /usr/share/debconf/confmodule; db_set netcfg/disable_autoconfig false",
        "true && ifconfig eth0 down",
        "/bin/killall udhcpc",
        "ip link set ens3 down",
        "dhclient -r eth0",
        "ip l set eth0 down",
        "wicked ifdown all",
        "networkctl down eth0",
        "dhcpcd -x",
        "kill $(pidof dhclient)",
        "ipsec stop",
        "swanctl --terminate --ike install",
        "iptables -P OUTPUT DROP",
        "ip a f dev eth0",
        "ip link delete eth0",
        "busybox ifconfig eth0 down",
        "timeout 5 ifdown eth0",
        "modprobe -r virtio_net",
        "route del default"
      })
  void commandThatTakesTheNetworkDownIsFoundWhereverItStands(String command) {
    for (String question :
        List.of("preseed/early_command", "partman/early_command", "preseed/late_command")) {
      assertThat(codes(bios(PRESEED, "d-i " + question + " string " + command + "\n")))
          .as(question)
          .contains(FindingCode.NETWORK_TAKEN_DOWN);
    }
    for (String section : List.of("%pre", "%pre-install", "%post --nochroot", "%post")) {
      assertThat(codes(bios(RHEL9, section + "\n" + command + "\n%end\n")))
          .as(section)
          .contains(FindingCode.NETWORK_TAKEN_DOWN);
    }
  }

  @Test
  void nameThatACommandSetsIsTheTenantsToSay() {
    for (String question : List.of("get_hostname", "hostname", "get_domain")) {
      String text = "d-i preseed/early_command string debconf-set netcfg/" + question + " web1\n";
      assertThat(codes(bios(PRESEED, text))).doesNotContain(FindingCode.NETWORK_TAKEN_DOWN);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "debconf-set debian-installer/exit/poweroff true",
        "poweroff",
        "sleep 5; /sbin/reboot -f",
        "init 0",
        "systemctl --no-wall reboot",
        "shutdown -h now",
        "chroot /mnt/sysimage reboot",
        "systemctl isolate poweroff.target",
        "systemctl soft-reboot",
        "pkill -9 anaconda",
        "echo c > /proc/sysrq-trigger",
        "timeout 5 reboot",
        "env X=1 poweroff",
        "nice reboot"
      })
  void scriptThatEndsTheInstallationIsFound(String command) {
    assertThat(codes(bios(RHEL9, "%post\n" + command + "\n%end\n")))
        .contains(FindingCode.ENDS_TOO_EARLY);
    assertThat(codes(bios(PRESEED, "d-i preseed/late_command string " + command + "\n")))
        .contains(FindingCode.ENDS_TOO_EARLY);
    assertThat(codes(bios(RHEL9, "%post\necho " + command.replace("; /sbin/", " ") + "\n%end\n")))
        .doesNotContain(FindingCode.ENDS_TOO_EARLY);
  }

  @Test
  void restartInABackgroundShellIsFound() {
    assertThat(codes(bios(RHEL9, "%post\n(sleep 5; reboot) &\n%end\n")))
        .contains(FindingCode.ENDS_TOO_EARLY);
  }
}
