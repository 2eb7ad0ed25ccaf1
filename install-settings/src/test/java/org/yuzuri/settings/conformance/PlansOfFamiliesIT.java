package org.yuzuri.settings.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yuzuri.settings.Servers;
import org.yuzuri.settings.Synthesis;
import org.yuzuri.settings.facts.Facts;
import org.yuzuri.settings.plan.InstallPlan;
import org.yuzuri.settings.release.Release;

/** Plans of each family, for each kind of server, judged by {@code ksvalidator}. */
class PlansOfFamiliesIT {

  private static final Path PLACE = Path.of("target", "families");

  private static final String COMMON =
      """
      lang en_US.UTF-8
      keyboard us
      timezone --utc Asia/Tokyo
      rootpw --iscrypted $6$salt$hash
      zerombr
      """;

  private static final String PARTITIONS =
      COMMON
          + """
            url --url=http://10.30.0.10/os
            network --bootproto=dhcp --hostname=web1.example.com
            clearpart --all --initlabel
            part biosboot --fstype=biosboot --size=1 --ondisk=sda
            part /boot/efi --fstype=efi --size=600 --ondisk=sda
            part /boot --fstype=ext4 --size=1024 --ondisk=sda
            part pv.1 --size=4096 --grow --ondisk=sda
            volgroup system pv.1
            logvol / --vgname=system --name=root --fstype=xfs --size=3000
            bootloader --append="quiet"
            user --name=ops --groups=wheel
            poweroff
            %pre
            echo before
            %end
            %packages
            @core
            %end
            %post
            echo after
            %end
            """;

  private static final String AUTOMATIC =
      COMMON + "url --url=http://10.30.0.10/os\nclearpart --all --initlabel\nautopart\n";

  private static final String IMAGE =
      COMMON + "liveimg --url=http://10.30.0.10/root.tar.xz\nclearpart --all\nautopart\n";

  private static final String INCLUDED =
      COMMON + "url --url=http://10.30.0.10/os\n%include /tmp/disks.ks\n";

  /** Our own installer and kickseed do not have what volumes and users need. */
  private static final String OF_DEBIAN =
      COMMON
          + """
            url --url=http://10.30.0.10/debian
            clearpart --all --initlabel
            part / --fstype=ext4 --size=4096 --grow
            %packages
            openssh-server
            """;

  @BeforeAll
  static void install() throws Exception {
    Pykickstart.install();
    Files.createDirectories(PLACE);
  }

  static Stream<Arguments> families() {
    return Stream.of("RHEL7", "RHEL8", "RHEL9", "RHEL10", "F40", "F46")
        .flatMap(
            release ->
                Stream.of(PARTITIONS, AUTOMATIC, IMAGE, INCLUDED)
                    .map(text -> Arguments.of(release, text)));
  }

  @ParameterizedTest
  @MethodSource("families")
  void planOfEachFamilyIsValidForEveryServer(String release, String text) throws Exception {
    for (InstallPlan plan : plans(Release.of(release), text)) {
      assertValid(release, release + ".ks", plan.text());
    }
  }

  @Test
  void planForOurOwnInstallerIsValidAndTakenByIt() throws Exception {
    for (InstallPlan plan : plans(Release.KICKSTART_INSTALLER, OF_DEBIAN + "%end\n")) {
      Path file = assertValid("RHEL9", "own.ks", plan.text());
      Files.writeString(PLACE.resolve("files.txt"), file + "\n");

      assertThat(Pykickstart.script("installer.py", PLACE).exitCode()).isZero();

      assertThat(Files.readString(PLACE.resolve("installer.tsv"))).isEqualTo(file + "\taccept\t\n");
    }
  }

  /**
   * Recipes for UEFI are answers there; otherwise what kickseed reads is the kickstart of its time,
   * and its own command for answers.
   */
  @Test
  void planForKickseedIsValidButForItsOwnCommand() throws Exception {
    for (InstallPlan plan :
        plans(Release.KICKSEED, OF_DEBIAN, List.of(Servers::inTransfer, Servers::large))) {
      assertThat(plan.text()).contains("\npreseed grub-installer/bootdev string /dev/");
      String kickstart =
          plan.text()
              .lines()
              .filter(line -> !line.startsWith("preseed "))
              .collect(Collectors.joining("\n", "", "\n"));

      assertValid("FC3", "kickseed.ks", kickstart);
    }
  }

  private static List<InstallPlan> plans(Release release, String text) {
    return plans(release, text, List.of(Servers::inTransfer, Servers::uefi, Servers::large));
  }

  private static List<InstallPlan> plans(
      Release release, String text, List<Function<Release, Facts>> servers) {
    List<InstallPlan> plans =
        servers.stream().map(facts -> Synthesis.plan(release, text, facts.apply(release))).toList();
    assertThat(plans)
        .allSatisfy(plan -> assertThat(plan.isUsable()).as(plan.findings().toString()).isTrue());
    return plans;
  }

  private static Path assertValid(String version, String name, String text) throws Exception {
    Path file = Files.writeString(PLACE.resolve(name.toLowerCase(Locale.ROOT)), text);
    Pykickstart.Result said = Pykickstart.validate(version, file);
    assertThat(said.exitCode()).as("%s%n%s", said.output(), text).isZero();
    return file;
  }
}
