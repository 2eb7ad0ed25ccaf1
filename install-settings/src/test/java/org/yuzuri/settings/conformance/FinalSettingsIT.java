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
        "rescue|rescue waits",
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
    Path more = PLACE.resolve("more.ks").toAbsolutePath();
    Files.writeString(more, included + "\n");
    Release release = Release.of(name);
    String text =
        Synthesis.plan(release, TEXT.replace("FILE", more.toString()), Servers.inTransfer(release))
            .text();
    return Files.writeString(PLACE.resolve("plan.ks"), text);
  }
}
