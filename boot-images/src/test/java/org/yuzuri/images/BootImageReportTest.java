package org.yuzuri.images;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yuzuri.images.BootImageCode.BI101;
import static org.yuzuri.images.BootImageCode.BI105;
import static org.yuzuri.images.BootImageCode.BI114;
import static org.yuzuri.images.BootImageCode.BI115;
import static org.yuzuri.images.BootImageCode.BI124;
import static org.yuzuri.images.BootImageCode.BI130;
import static org.yuzuri.images.BootImageCode.BI131;
import static org.yuzuri.images.BootImageCode.BI132;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuzuri.images.BootImageReport.Place;

class BootImageReportTest {
  private static final String MODULES = "lib/modules/" + SyntheticKernel.VERSION + "/";
  private static final ModuleNeeds NEEDS = ModuleNeeds.forTransfer(List.of("virtio_net"));

  @TempDir Path directory;

  @Test
  void anImageWithEverythingIsUsable() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    files.put("init", new byte[1]);
    NEEDS.names().forEach(name -> files.put(MODULES + "kernel/" + name + ".ko", new byte[1]));

    BootImageReport report = inspect(new SyntheticKernel().bytes(), files, Optional.empty());

    assertThat(report.findings()).isEmpty();
    assertThat(report.usable()).isTrue();
    assertThat(report.kernel().orElseThrow().version()).isEqualTo(SyntheticKernel.VERSION);
    assertThat(report.modules()).extracting("place").containsOnly(Place.INITRD);
  }

  @Test
  void whatIsMissingIsNamedBeforeAnythingBoots() throws IOException {
    BootImageReport report =
        inspect(
            new SyntheticKernel().bytes(),
            Map.of("init", new byte[1], MODULES + "kernel/esp4.ko", new byte[1]),
            Optional.empty());

    assertThat(report.usable()).isFalse();
    assertThat(report.findings())
        .contains(Finding.of(BI132, "virtio_net"), Finding.of(BI130, "xfrm_user", "TUNNEL"))
        .doesNotContain(Finding.of(BI130, "esp4", "TUNNEL"));
    assertThat(report.missingModules()).contains("virtio_net", "drbg").doesNotContain("esp4");
  }

  @Test
  void aModulesArchiveMakesUpForIt() throws IOException {
    byte[] archive = SyntheticArchives.tar(ModulesArchiveTest.modules("lib/modules/"));

    BootImageReport report =
        inspect(new SyntheticKernel().bytes(), Map.of("init", new byte[1]), Optional.of(archive));

    assertThat(place(report, "esp4")).isEqualTo(Place.ARCHIVE);
    assertThat(place(report, "cbc")).isEqualTo(Place.BUILTIN);
    assertThat(place(report, "drbg")).isEqualTo(Place.MISSING);
    assertThat(report.missingModules()).doesNotContain("esp4", "cbc", "authenc", "virtio_net");
  }

  @Test
  void whereNobodySaysWhatIsBuiltInTheImageIsDoubtedButNotRefused() throws IOException {
    BootImageReport report =
        inspect(new SyntheticKernel().bytes(), Map.of("init", new byte[1]), Optional.empty());

    assertThat(report.usable()).isTrue();
    assertThat(report.findings()).extracting(Finding::code).containsOnly(BI131);
  }

  @Test
  void modulesOfAnotherKernelDoNotHelp() throws IOException {
    byte[] archive = SyntheticArchives.tar(ModulesArchiveTest.modules("lib/modules/"));
    byte[] kernel = new SyntheticKernel().version("6.12.9-1-amd64 #1").bytes();

    BootImageReport report =
        inspect(
            kernel,
            Map.of("init", new byte[1], MODULES + "kernel/esp4.ko", new byte[1]),
            Optional.of(archive));

    assertThat(report.findings())
        .contains(
            Finding.of(BI115, "6.12.9-1-amd64", SyntheticKernel.VERSION),
            Finding.of(BI124, "6.12.9-1-amd64", SyntheticKernel.VERSION));
    assertThat(report.missingModules()).contains("esp4");
  }

  @Test
  void oneBadFileDoesNotHideTheOthers() throws IOException {
    BootImageReport report =
        inspect("hello".getBytes(US_ASCII), Map.of("bin/sh", new byte[1]), Optional.empty());

    assertThat(report.kernel()).isEmpty();
    assertThat(report.modules()).isEmpty();
    assertThat(report.findings()).extracting(Finding::code).containsExactly(BI101, BI114);
  }

  @Test
  void aKernelWithoutEfiStubIsAWarning() throws IOException {
    BootImageReport report =
        inspect(
            new SyntheticKernel().word(0, 0).bytes(),
            Map.of("init", new byte[1]),
            Optional.empty());

    assertThat(report.findings()).contains(Finding.of(BI105));
    assertThat(report.usable()).isTrue();
  }

  private static Place place(BootImageReport report, String module) {
    return report.modules().stream()
        .filter(status -> status.need().name().equals(module))
        .findFirst()
        .orElseThrow()
        .place();
  }

  private BootImageReport inspect(
      byte[] kernel, Map<String, byte[]> initrd, Optional<byte[]> modules) throws IOException {
    Optional<Path> archive = Optional.empty();
    if (modules.isPresent()) {
      archive = Optional.of(Files.write(directory.resolve("modules"), modules.get()));
    }
    return BootImageReport.inspect(
        Files.write(directory.resolve("kernel"), kernel),
        List.of(Files.write(directory.resolve("initrd"), SyntheticArchives.cpio(initrd))),
        archive,
        NEEDS);
  }
}
