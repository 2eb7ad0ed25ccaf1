package org.yuzuri.settings;

import static org.assertj.core.api.Assertions.assertThat;

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

/** What people met with real settings; the public report is named where there is one. */
class RealCasesTest {

  private static final Release RHEL9 = Release.of("RHEL9");
  private static final Release PRESEED = Release.PRESEED;
  private static final String SOURCE = "url --url=http://10.30.0.10/os\nzerombr\n";
  private static final String RECIPE =
      "d-i partman-auto/expert_recipe string r :: 500 50 1000 ext4 mountpoint{ /boot } . "
          + "2000 100 -1 ext4 mountpoint{ / } .";

  // Boot mode

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

  // What the installer takes

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

  // One judgement

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

  // Includes

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

  // Names of disks

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

  // Sizes

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

  // Answers of a preseed

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

  // Commands against the lender's lines

  /** community-templates#213. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "kill-all-dhcp; netcfg",
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

  @ParameterizedTest
  @ValueSource(
      strings = {
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

  // Hints

  /** pykickstart#260. */
  @Test
  void planHasPlainNewlinesAndSaysSo() {
    for (Release release : List.of(RHEL9, Release.of("FC3"), Release.KICKSEED)) {
      InstallPlan plan = bios(release, "lang en_US\r\n%post\r\necho a\r\n%end\r\n");
      assertThat(plan.text()).doesNotContain("\r");
      assertThat(one(plan, FindingCode.CARRIAGE_RETURNS).line()).isEqualTo(1);
    }
    InstallPlan plan = bios(PRESEED, "d-i time/zone string UTC\r\n");
    assertThat(plan.text()).doesNotContain("\r");
    assertThat(codes(plan)).contains(FindingCode.CARRIAGE_RETURNS);
  }

  @ParameterizedTest
  @CsvSource({
    "--lock --iscrypted locked,false",
    "--iscrypted nope,false",
    "--iscrypted !,false",
    "--iscrypted '*',false",
    "--iscrypted $6$a$b,false",
    "--iscrypted $y$j9T$a$b,false",
    "--iscrypted $1$a$b,true",
    "--iscrypted abJnggxhB/yWI,true"
  })
  void onlyHashesAreWeakHashes(String password, boolean weak) {
    List<FindingCode> codes = codes(bios(RHEL9, "rootpw " + password + "\n"));

    assertThat(codes.contains(FindingCode.WEAK_HASH)).isEqualTo(weak);
    String hash = password.substring(password.lastIndexOf(' ') + 1).replace("'", "");
    assertThat(
            codes(bios(PRESEED, "d-i passwd/root-password-crypted password " + hash + "\n"))
                .contains(FindingCode.WEAK_HASH))
        .isEqualTo(weak);
  }

  @Test
  void smallBootIsAWarningAsTheInstallersOwn() {
    assertThat(one(bios(RHEL9, "part /boot --size=300\n"), FindingCode.TOO_SMALL_PARTITION))
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.WARNING);
              assertThat(finding.message(Locale.JAPANESE)).contains("300");
              assertThat(finding.expected(Locale.ENGLISH)).contains("512");
            });
    assertThat(codes(bios(Release.of("RHEL7"), "part /boot --size=300\n")))
        .doesNotContain(FindingCode.TOO_SMALL_PARTITION);
    assertThat(codes(bios(RHEL9, "part /var --size=100\n")))
        .contains(FindingCode.TOO_SMALL_PARTITION);
  }

  @ParameterizedTest
  @CsvSource({
    "part /srv --grow,true",
    "part /srv --size=0 --grow,true",
    "part raid.1,true",
    "part /srv --size=1 --grow,false",
    "part /srv --onpart=sda3,false",
    "part swap --recommended,false",
    "part /tmp --fstype=tmpfs,false"
  })
  void partitionWithoutASizeStopsTheInstaller(String line, boolean stops) {
    assertThat(bios(RHEL9, line + "\n").findings())
        .filteredOn(f -> f.code() == FindingCode.TOO_SMALL_PARTITION)
        .extracting(Finding::severity)
        .isEqualTo(stops ? List.of(Severity.ERROR) : List.of());
  }

  @Test
  void driversOnAMediumAreNotThere() {
    assertThat(codes(bios(RHEL9, "driverdisk sdb1\n"))).contains(FindingCode.ABSENT_MEDIUM);
    assertThat(codes(bios(RHEL9, "driverdisk --source=http://10.30.0.10/dd.img\n")))
        .doesNotContain(FindingCode.ABSENT_MEDIUM);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "url --url=$tree|Cobbler",
        "url --url=@@tree@@|Cobbler",
        "$SNIPPET('network_config')|Cobbler",
        "SNIPPET::pre|Cobbler",
        "#if $getVar('raid','') == '1'|Cobbler",
        "url --url=<%= @mediapath %>|Foreman ERB",
        "<% if @host.operatingsystem %>|Foreman ERB",
        "url --url={{ repo_url }}|Jinja",
        "{% if uefi %}|Jinja",
        "url --url=http://{{ .HTTPIP }}:{{ .HTTPPort }}/|Packer",
        "rootpw {{user `password`}}|Packer",
        "rootpw ${root_password}|Terraform",
        "%{ for disk in disks }|Terraform",
        "url --url=${var.url}|Terraform",
        "url --url=$MIRROR/os|envsubst",
        "lang ${LANGUAGE:-en_US}|envsubst",
        "url --url=http://${ ip }:8080/|Terraform",
        "url --url=$(MIRROR)|a template engine",
        "url --url=%MIRROR%|a template engine",
        "url --url=__MIRROR__/os|a template engine",
        "url --url=REPLACE_ME|sed",
        "url --url=http://YOUR_SERVER/os|sed",
        "rootpw <password>|sed",
        "url --url=%(mirror)s|Python",
        "user --name=\"#{name}\"|Ruby",
        "url --url=http://xCATMASTERx/os|xCAT",
        "timezone [% zone %]|Template Toolkit",
        "%include /tmp/{{ name }}.ks|Jinja",
        "%post --log=${log_file}|Terraform"
      })
  void leftoverOfATemplateNamesItsTool(String line, String tool) {
    Finding finding = one(bios(RHEL9, line + "\n"), FindingCode.TEMPLATE_LEFTOVER);

    assertThat(finding.message(Locale.ENGLISH)).contains(tool);
    assertThat(finding.message(Locale.JAPANESE)).contains(tool);
  }

  @Test
  void wordsOfARecipeAreNoTemplateButALineOfAnEngineIs() {
    String recipe = RECIPE.replace("ext4", "ext4 $primary{ } $lvmok{ } $iflabel{ gpt }");

    assertThat(codes(bios(PRESEED, recipe + "\n"))).doesNotContain(FindingCode.TEMPLATE_LEFTOVER);
    assertThat(codes(bios(PRESEED, recipe.replace("500", "$size") + "\n")))
        .contains(FindingCode.TEMPLATE_LEFTOVER);
    assertThat(codes(bios(PRESEED, "{% if lvm %}\n")))
        .contains(FindingCode.TEMPLATE_LEFTOVER)
        .doesNotContain(FindingCode.UNREADABLE_PRESEED_LINE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "repo --name=u --metalink=http://10.30.0.10/m?repo=$releasever&arch=$basearch",
        "rootpw --iscrypted $6$salt$hash.AB/C",
        "rootpw --iscrypted $y$j9T$abc$DEF",
        "user --name=a --iscrypted --password=$2b$12$abcdef",
        "sshkey --username=a \"ssh-rsa AAAA a@b\"",
        "%post\nfor i in $A ${b}; do docker inspect -f '{{.Id}}' $i; done\n%end",
        "# if you want more, ask",
        "url --url=http://10.30.0.10/a%20b/c__d",
        "%post\ndate +%Y%m%d; rpm -qa --qf '%{NAME}'; python3 -c 'print(__name__)'; x=$(HOSTNAME)\n%end",
        "%packages\n@core\n@^minimal-environment\n%end",
        "%post\ncat <file >x; sed -i s/CHANGE_ME/x/ y; echo \"#{x}\" %(a)s\n%end",
        "user --name=a --gecos=\"A <a@example.org>\"",
        "selinux --enforcing"
      })
  void whatOnlyLooksLikeATemplateIsNotTold(String text) {
    assertThat(codes(bios(RHEL9, text + "\n"))).doesNotContain(FindingCode.TEMPLATE_LEFTOVER);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RHEL9|partittion / --size=1|partition",
        "RHEL9|part / --siize=1|--size",
        "RHEL9|autopart --type=lvmm|lvm",
        "RHEL9|%packagess|%packages",
        "PRESEED|d-i passwd/root-pasword password x|passwd/root-password"
      })
  void whatWasProbablyMeantIsSuggested(String release, String line, String meant) {
    assertThat(
            Synthesis.check(Release.of(release), line + "\n").stream()
                .flatMap(finding -> finding.suggestion(Locale.ENGLISH).stream()))
        .contains("Did you mean " + meant + "?");
    assertThat(
            Synthesis.check(Release.of(release), line + "\n").stream()
                .flatMap(finding -> finding.suggestion(Locale.JAPANESE).stream()))
        .contains(meant + " のことですか。");
  }

  // Decided

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

  private static String lines(String... lines) {
    return String.join("\n", lines) + "\n";
  }

  private static InstallPlan bios(Release release, String text) {
    return Synthesis.plan(release, text, Servers.inTransfer(release));
  }

  private static InstallPlan uefi(Release release, String text) {
    return Synthesis.plan(release, text, Servers.uefi(release));
  }

  private static List<String> open(String text) {
    return found(bios(PRESEED, text), FindingCode.OPEN_QUESTION);
  }

  private static Finding one(InstallPlan plan, FindingCode code) {
    List<Finding> found = plan.findings().stream().filter(f -> f.code() == code).toList();
    assertThat(found).as("%s in %s", code, plan.findings()).hasSize(1);
    return found.get(0);
  }

  private static List<String> found(InstallPlan plan, FindingCode code) {
    return plan.findings().stream().filter(f -> f.code() == code).map(Finding::found).toList();
  }

  private static List<FindingCode> codes(InstallPlan plan) {
    return plan.findings().stream().map(Finding::code).toList();
  }
}
