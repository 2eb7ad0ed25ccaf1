package org.yuzuri.settings.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yuzuri.settings.Servers;
import org.yuzuri.settings.Synthesis;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.finding.Severity;
import org.yuzuri.settings.plan.InstallPlan;
import org.yuzuri.settings.release.Release;

/** One corpus through our check and through the checks of our own installer: no difference. */
class InstallerAgreementIT {

  private static final Release INSTALLER = Release.KICKSTART_INSTALLER;
  private static final Path PLACE = Path.of("target", "installer");

  /** What the installer takes, each time with one of {@link #CHANGES}. */
  private static final String WHOLE =
      """
      lang ja_JP.UTF-8
      keyboard --xlayouts=jp
      timezone Asia/Tokyo --utc
      rootpw --iscrypted $6$salt$hash
      user --name=ops --groups=sudo
      sshkey --username=ops "ssh-ed25519 AAAA ops@example"
      network --bootproto=dhcp --hostname=web1
      zerombr
      clearpart --all --initlabel
      part / --fstype=xfs --size=1024 --grow
      bootloader --location=mbr --append="quiet"
      url --url=http://10.30.0.10/debian
      reboot
      %packages
      @core
      rsync
      %end
      """;

  private static final List<String> CHANGES =
      List.of(
          "lang C",
          "volgroup v pv.1",
          "part /x --fstype=ext3 --size=10",
          "part /x --fstype ext4 --size 10",
          "part /x",
          "part pv.1 --size=100",
          "part swap --recommended",
          "part /x --siz=10",
          "autopart --type=lvm",
          "user --name=Ops",
          "user --name=a:b",
          "group --name=a-b --gid=5",
          "sshkey --username=ops AAAA",
          "sshkey --username=ops \"ssh-rsa B\"",
          "network --hostname=web/../x",
          "network --hostname=web_01",
          "network --bootproto=static",
          "network --bootproto=static --ip=10.0.0.1 --netmask=255.0.0.0 --gateway=x",
          "network --bootproto=bootp",
          "network --device=averyveryverylongname",
          "network --device=52:54:00:00:00:11 --bootproto=dhcp",
          "timezone ../../etc/shadow",
          "timezone UTC --ntpservers=10.0.0.1",
          "timezone UTC --isUtc",
          "url --url=http://10.30.0.10/debian/dists/bookworm-updates/",
          "url --url=http://10.30.0.10/debian/dists/a;b",
          "url --url=ftp://10.30.0.10/debian",
          "url --url=http://",
          "url --mirrorlist=http://10.30.0.10/l",
          "liveimg --url=http://10.30.0.10/root.tar.zst",
          "repo --name=a",
          "repo --name=a --baseurl=http://10.30.0.10/a",
          "repo --name=a --baseurl=file:///a",
          "bootloader --append=\"a;b\"",
          "bootloader --location=partition",
          "clearpart --all --disklabel=dasd",
          "%include /tmp/more.ks",
          "%include http://10.30.0.10/more.ks",
          "%ksappend http://10.30.0.10/more.ks",
          "%addon com_redhat_kdump --enable\n%end",
          "%anaconda\n%end",
          "%packages --ignoremissing\n%end",
          "%packages --inst-langs=en\n%end",
          "%packages --multilib\n%end",
          "%packages\n@gnome\n%end",
          "%packages\n@^minimal\n%end",
          "%packages\n-@gnome\n-nano\n%end",
          "%packages --nocore --excludedocs\n# @gnome\nvim # an editor\n%end",
          "%post --nochroot\ntrue\n%end",
          "%traceback\ntrue\n%end",
          "%post\ntrue",
          "frobnicate",
          "selinux --enforcing",
          "firewall --disabled",
          "services --enabled=ssh",
          "rootpw --plaintext x",
          "part \"/x --size=1");

  private record Verdict(Path file, boolean accepted, String why) {}

  private static final List<Verdict> VERDICTS = new ArrayList<>();

  @BeforeAll
  static void askTheInstaller() throws Exception {
    Pykickstart.install();
    Corpus.make();
    Files.createDirectories(PLACE);
    List<Path> files = new ArrayList<>(Corpus.files());
    for (int i = 0; i < CHANGES.size(); i++) {
      files.add(
          Files.writeString(PLACE.resolve("added-" + i + ".ks"), WHOLE + CHANGES.get(i) + "\n"));
      String first = CHANGES.get(i).split("[ \n]", 2)[0];
      Stream<String> others = WHOLE.lines().filter(line -> !line.startsWith(first + " "));
      String replaced = String.join("\n", others.toList()) + "\n" + CHANGES.get(i) + "\n";
      files.add(Files.writeString(PLACE.resolve("changed-" + i + ".ks"), replaced));
    }
    files.add(Files.writeString(PLACE.resolve("whole.ks"), WHOLE));
    Files.write(PLACE.resolve("files.txt"), files.stream().map(Path::toString).toList());
    Pykickstart.Result asked = Pykickstart.script("installer.py", PLACE);
    assertThat(asked.exitCode()).as(asked.output()).isZero();
    for (String row : Files.readAllLines(PLACE.resolve("installer.tsv"))) {
      String[] cells = row.split("\t", -1);
      VERDICTS.add(new Verdict(Path.of(cells[0]), cells[1].equals("accept"), cells[2]));
    }
  }

  @Test
  void weRefuseExactlyWhatTheInstallerRefuses() throws IOException {
    List<String> differences = new ArrayList<>();
    for (Verdict verdict : VERDICTS) {
      List<Finding> errors =
          Synthesis.check(INSTALLER, Files.readString(verdict.file())).stream()
              .filter(finding -> finding.severity() == Severity.ERROR)
              .toList();
      if (errors.isEmpty() != verdict.accepted()) {
        differences.add(verdict + " " + errors);
      }
    }

    assertThat(differences).isEmpty();
    assertThat(VERDICTS).filteredOn(Verdict::accepted).hasSizeGreaterThan(20);
  }

  @Test
  void installerTakesThePlanOfWhatItTakes() throws Exception {
    List<String> plans = new ArrayList<>();
    for (Verdict verdict : VERDICTS) {
      InstallPlan plan =
          Synthesis.plan(
              INSTALLER, Files.readString(verdict.file()), Servers.inTransfer(INSTALLER));
      if (verdict.accepted() && plan.isUsable()) {
        Path file = PLACE.resolve("plan-" + plans.size() + ".ks");
        plans.add(Files.writeString(file, plan.text()).toString());
      }
    }
    Path asked = Files.createDirectories(PLACE.resolve("plans"));
    Files.write(asked.resolve("files.txt"), plans);

    assertThat(Pykickstart.script("installer.py", asked).exitCode()).isZero();

    assertThat(plans).hasSizeGreaterThan(20);
    assertThat(Files.readAllLines(asked.resolve("installer.tsv")))
        .allMatch(row -> row.contains("\taccept\t"));
  }
}
