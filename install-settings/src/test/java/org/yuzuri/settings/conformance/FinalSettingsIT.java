package org.yuzuri.settings.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuzuri.settings.Servers;
import org.yuzuri.settings.Synthesis;
import org.yuzuri.settings.facts.Facts;
import org.yuzuri.settings.release.Release;

/**
 * What the server's last {@code %pre} says about includes that clash with the lender's lines. The
 * script is the transfer overlay's, read by the parser that Anaconda uses.
 */
class FinalSettingsIT {

  private static final Path SCRIPT =
      Path.of("..", "transfer-overlay", "files", "share", "final-settings.py");
  private static final Path PLACE = Path.of("target", "final-settings");
  private static final String TEXT =
      """
      lang en_US
      url --url=http://10.30.0.10/os
      zerombr
      %include FILE
      rootpw --lock
      """;

  @BeforeAll
  static void install() throws Exception {
    Pykickstart.install();
    Files.createDirectories(PLACE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "network --device=eth1 --bootproto=dhcp|network configures eth1",
        "network --bootproto=static --ip=10.0.0.1 --netmask=255.0.0.0|network configures",
        "ignoredisk --drives=sdb|settings cannot be read",
        "part / --size=1000 --ondisk=sda|part names the disk sda",
        "clearpart --all --drives=sda,vda|clearpart names the disk sda",
        "bootloader --boot-drive=sda|bootloader names the disk sda",
        "mount /dev/sda1 /|mount names the disk /dev/sda1",
        "reboot --kexec|",
        "halt|",
        "clearpart --list=sda1|clearpart names the disk sda1",
        "part / --onpart=sda2|part names the disk sda2",
        "raid / --level=0 --device=0 sda1 sda2|raid names the disk sda1",
        "volgroup v sda1|volgroup names the disk sda1",
        "logvol / --vgname=v --name=r --size=9 --cachesize=9 --cachepvs=sda1|logvol names the disk",
        "rescue|rescue waits",
        "mediacheck|mediacheck waits",
        "frobnicate|settings cannot be read"
      })
  void includeThatClashesIsStoppedBeforeAnythingIsWritten(String included, String said)
      throws Exception {
    Pykickstart.Result result = judge("RHEL9", included);

    if (said == null) {
      assertThat(result.exitCode()).as("the lender's reboot comes last").isZero();
    } else {
      assertThat(result.output()).contains(said);
      assertThat(result.exitCode()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "autopart",
        "part / --size=1000 --ondisk=vda",
        "bootloader --append=\"rd.x=1\" --password=x",
        "poweroff",
        "timesource --ntp-server=10.30.0.1",
        "network --hostname=a",
        "user --name=a"
      })
  void includeThatOnlyAddsIsTaken(String included) throws Exception {
    assertThat(judge("RHEL9", included)).isEqualTo(new Pykickstart.Result(0, ""));
    assertThat(judge("F46", included)).isEqualTo(new Pykickstart.Result(0, ""));
  }

  /** Where the parser still knows the command; others refuse the word itself. */
  @ParameterizedTest
  @CsvSource({
    "RHEL7,interactive,settings cannot be read",
    "RHEL9,interactive,settings cannot be read",
    "RHEL7,autostep,autostep waits",
    "RHEL8,autostep,autostep waits",
    "RHEL10,autostep,settings cannot be read",
    "RHEL10,rescue,rescue waits",
    "F46,mediacheck,mediacheck waits"
  })
  void includeThatWaitsForAPersonIsStopped(String release, String included, String said)
      throws Exception {
    Pykickstart.Result result = judge(release, included);

    assertThat(result.output()).contains(said);
    assertThat(result.exitCode()).isEqualTo(1);
  }

  /** The lender's line comes last, and it is the one that the installer obeys. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ignoredisk --only-use=sdb",
        "network --device=52:54:00:12:34:56 --bootproto=dhcp",
        "reboot --kexec",
        "shutdown"
      })
  void lendersLastLineHoldsAgainstAnIncludedOne(String included) throws Exception {
    String read =
        """
        import sys, warnings
        warnings.simplefilter("ignore")
        from pykickstart.parser import KickstartParser
        from pykickstart.version import makeVersion
        handler = makeVersion("RHEL9")
        KickstartParser(handler).readKickstart(sys.argv[1])
        card = [n for n in handler.network.network if n.device][-1]
        print(handler.ignoredisk.onlyuse, card.ip, handler.reboot.action, handler.reboot.kexec)
        """;

    assertThat(said(read, plan("RHEL9", included))).isEqualTo("['vda'] 192.0.2.17 1 False\n");
    assertThat(judge("RHEL9", included)).isEqualTo(new Pykickstart.Result(0, ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"btrfs / --label=x sda1", "stratispool p /dev/sda"})
  void includeThatMakesOtherVolumesOfAnotherServersDiskIsStopped(String included) throws Exception {
    Pykickstart.Result result = judge("F46", included);

    assertThat(result.output()).contains(included.split(" ", 2)[0] + " names the disk");
    assertThat(result.exitCode()).isEqualTo(1);
  }

  @Test
  void volumesOfTheServersDisksAndOfPartsAreTaken() throws Exception {
    for (String line :
        List.of(
            "raid / --level=0 --device=0 raid.1 vda2",
            "volgroup v pv.1 /dev/vda3",
            "btrfs / --label=x btrfs.1 vda4")) {
      assertThat(judge("F46", line)).as(line).isEqualTo(new Pykickstart.Result(0, ""));
    }
  }

  /** What the lender gives only where there is nothing stands before what is included. */
  @Test
  void includedPackagesAndTimeSourceCount() throws Exception {
    String read =
        """
        import sys
        from pykickstart.parser import KickstartParser
        from pykickstart.version import makeVersion
        handler = makeVersion("RHEL9")
        KickstartParser(handler).readKickstart(sys.argv[1])
        servers = [source.ntp_server for source in handler.timesource.timesource_list]
        print(handler.packages.packageList, handler.packages.nocore, "10.30.0.1" in servers)
        """;
    Path plan =
        plan(
            "RHEL9",
            "timesource --ntp-server=10.30.0.1\n%packages --nocore\nvim\n%end",
            Servers.large(Release.of("RHEL9")));

    assertThat(said(read, plan)).isEqualTo("['vim'] True True\n");
  }

  /** A script that is included runs between the lender's first and last. */
  @Test
  void includedScriptsRunBetweenTheLenders() throws Exception {
    String read =
        """
        import sys
        from pykickstart.parser import KickstartParser
        from pykickstart.version import makeVersion
        handler = makeVersion("RHEL9")
        KickstartParser(handler).readKickstart(sys.argv[1])
        for script in handler.scripts:
            print(script.type, "yuzuri" in script.script)
        """;
    String included = "%pre\ntrue\n%end\n%post\ntrue\n%end";

    List<String> scripts = said(read, plan("RHEL9", included)).lines().toList();

    assertThat(scripts.stream().filter(line -> line.startsWith("0 ")))
        .as("%pre: the lender's hook, the included one, the last look at the settings")
        .containsExactly("0 True", "0 False", "0 True");
    assertThat(scripts.stream().filter(line -> line.startsWith("1 ")))
        .as("%post: the included one, then the lender's")
        .containsExactly("1 False", "1 True");
  }

  private static String said(String python, Path plan) throws Exception {
    Path script = Files.writeString(PLACE.resolve("read.py"), python);
    return Pykickstart.python(List.of(script.toString(), plan.toString())).output();
  }

  /** xcat-core#821. */
  @Test
  void includedBootLoaderCounts() throws Exception {
    String included = "bootloader --append=\"rd.x=1\" --password=secret";
    Path plan = plan("RHEL9", included);
    Path script = PLACE.resolve("bootloader.py");
    Files.writeString(
        script,
        """
        import sys
        from pykickstart.parser import KickstartParser
        from pykickstart.version import makeVersion
        handler = makeVersion("RHEL9")
        KickstartParser(handler).readKickstart(sys.argv[1])
        loader = handler.bootloader
        print(loader.appendLine, loader.password)
        """);

    assertThat(Pykickstart.python(List.of(script.toString(), plan.toString())).output())
        .isEqualTo("rd.x=1 secret\n");
  }

  private static Pykickstart.Result judge(String release, String included) throws Exception {
    Path plan = plan(release, included);
    return Pykickstart.python(
        List.of(SCRIPT.toString(), plan.toString(), plan.toString(), release));
  }

  private static Path plan(String name, String included) throws Exception {
    return plan(name, included, Servers.inTransfer(Release.of(name)));
  }

  private static Path plan(String name, String included, Facts facts) throws Exception {
    Path more = PLACE.resolve("more.ks").toAbsolutePath();
    Files.writeString(more, included + "\n");
    Release release = Release.of(name);
    String text = Synthesis.plan(release, TEXT.replace("FILE", more.toString()), facts).text();
    return Files.writeString(PLACE.resolve("plan.ks"), text);
  }
}
