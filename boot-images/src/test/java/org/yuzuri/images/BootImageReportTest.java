package org.yuzuri.images;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yuzuri.images.finding.BootImageCode.CHECKSUMS_PERHAPS_TOO_NEW;
import static org.yuzuri.images.finding.BootImageCode.INITRD_CUT_OFF;
import static org.yuzuri.images.finding.BootImageCode.INITRD_OF_OTHER_KERNEL;
import static org.yuzuri.images.finding.BootImageCode.MODULES_MISSING;
import static org.yuzuri.images.finding.BootImageCode.MODULES_OF_OTHER_KERNEL;
import static org.yuzuri.images.finding.BootImageCode.MODULES_PERHAPS_MISSING;
import static org.yuzuri.images.finding.BootImageCode.NETWORK_CARD_MODULE_MISSING;
import static org.yuzuri.images.finding.BootImageCode.NO_EFI_STUB;
import static org.yuzuri.images.finding.BootImageCode.NO_INIT;
import static org.yuzuri.images.finding.BootImageCode.NO_KERNEL;
import static org.yuzuri.images.finding.BootImageCode.PACKING_NOT_CONFIGURED;
import static org.yuzuri.images.finding.BootImageCode.PACKING_PERHAPS_TOO_NEW;
import static org.yuzuri.images.finding.BootImageCode.XZ_CHECK_REFUSED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.cpio.CpioConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.XZ;
import org.yuzuri.images.BootImageReport.Place;
import org.yuzuri.images.finding.Finding;
import org.yuzuri.images.modules.ModuleNeeds;

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
        .extracting(Finding::code)
        .containsExactly(NETWORK_CARD_MODULE_MISSING, MODULES_MISSING);
    assertThat(report.findings().get(0))
        .isEqualTo(Finding.of(NETWORK_CARD_MODULE_MISSING, "virtio_net"));
    assertThat(report.findings().get(1).arguments().get(0))
        .contains("xfrm_user, ", "drbg")
        .doesNotContain("esp4");
    assertThat(report.missingModules()).contains("virtio_net", "drbg").doesNotContain("esp4");
  }

  @Test
  void aModulesArchiveMakesUpForIt() throws IOException {
    byte[] archive = SyntheticArchives.tar(SyntheticModule.tree("lib/modules/"));

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
    assertThat(report.findings())
        .extracting(Finding::code)
        .containsExactly(MODULES_PERHAPS_MISSING);
  }

  @Test
  void modulesOfAnotherKernelDoNotHelp() throws IOException {
    byte[] archive = SyntheticArchives.tar(SyntheticModule.tree("lib/modules/"));
    byte[] kernel = new SyntheticKernel().version("6.12.9-1-amd64 #1").bytes();

    BootImageReport report =
        inspect(
            kernel,
            Map.of("init", new byte[1], MODULES + "kernel/esp4.ko", new byte[1]),
            Optional.of(archive));

    assertThat(report.findings())
        .contains(
            Finding.of(INITRD_OF_OTHER_KERNEL, "6.12.9-1-amd64", SyntheticKernel.VERSION)
                .in("initrd"),
            Finding.of(MODULES_OF_OTHER_KERNEL, "6.12.9-1-amd64", SyntheticKernel.VERSION)
                .in("modules.tar"));
    assertThat(report.missingModules()).contains("esp4");
  }

  @Test
  void oneBadFileDoesNotHideTheOthers() throws IOException {
    BootImageReport report =
        inspect("hello".getBytes(US_ASCII), Map.of("bin/sh", new byte[1]), Optional.empty());

    assertThat(report.kernel()).isEmpty();
    assertThat(report.modules()).isEmpty();
    assertThat(report.findings()).extracting(Finding::code).containsExactly(NO_KERNEL, NO_INIT);
    assertThat(report.findings()).extracting(Finding::file).containsExactly("vmlinuz", "initrd");
  }

  /** sigma-linux#43: what xz does by itself. */
  @Test
  void aCheckOfXzThatNoKernelTakesIsOneFindingInBothLanguages() throws IOException {
    byte[] cpio = SyntheticArchives.cpio(Map.of("init", new byte[1]));
    Map<Integer, String> checks = Map.of(XZ.CHECK_CRC64, "CRC64", XZ.CHECK_SHA256, "SHA-256");
    for (Map.Entry<Integer, String> check : checks.entrySet()) {
      List<Finding> found =
          unpacking(new SyntheticKernel().bytes(), SyntheticArchives.xz(cpio, check.getKey()));

      assertThat(found)
          .containsExactly(Finding.of(XZ_CHECK_REFUSED, check.getValue()).in("initrd"));
      for (Locale locale : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
        assertThat(found.get(0).sentence(locale))
            .startsWith("initrd: ")
            .contains(check.getValue(), "CRC32", "xz --check=crc32");
      }
    }
  }

  @Test
  void oneInitrdThatIsCutOffIsOneFindingThatNamesIt() throws IOException {
    byte[] whole = SyntheticArchives.gzip(SyntheticArchives.cpio(Map.of("init", new byte[5000])));
    NamedFile good = file("first.img", whole);
    NamedFile cut = file("second.img", Arrays.copyOf(whole, whole.length - 20));

    BootImageReport report =
        BootImageReport.inspect(
            Optional.of(file("vmlinuz", new SyntheticKernel().bytes())),
            List.of(good, cut),
            Optional.empty(),
            NEEDS);

    assertThat(report.findings()).extracting(Finding::code).containsExactly(INITRD_CUT_OFF);
    assertThat(report.findings().get(0).sentence(Locale.ENGLISH))
        .startsWith("second.img: The initrd is cut off at byte ");
    assertThat(report.findings().get(0).sentence(Locale.JAPANESE)).startsWith("second.img: ");
  }

  @Test
  void aFileIsJudgedBeforeTheOthersAreThere() throws IOException {
    NamedFile text = file("vmlinuz", "hello".getBytes(US_ASCII));
    NamedFile initrd = file("initrd", SyntheticArchives.cpio(Map.of("init", new byte[1])));

    assertThat(
            BootImageReport.inspect(Optional.of(text), List.of(), Optional.empty(), NEEDS)
                .findings())
        .containsExactly(Finding.of(NO_KERNEL, "text file").in("vmlinuz"));
    assertThat(
            BootImageReport.inspect(Optional.empty(), List.of(initrd), Optional.empty(), NEEDS)
                .findings())
        .isEmpty();
    assertThat(
            BootImageReport.inspect(
                    Optional.of(file("vmlinuz", new SyntheticKernel().bytes())),
                    List.of(),
                    Optional.empty(),
                    NEEDS)
                .findings())
        .isEmpty();
  }

  @Test
  void whatTheKernelsConfigurationLacksIsSaidOnceForEachInitrd() throws IOException {
    byte[] cpio = SyntheticArchives.cpio(Map.of("init", new byte[1]));
    byte[] zstd =
        SyntheticArchives.join(SyntheticArchives.zstd(cpio), SyntheticArchives.zstd(cpio));
    byte[] kernel =
        new SyntheticKernel()
            .config(
                SyntheticArchives::zstd, "CONFIG_BLK_DEV_INITRD", "CONFIG_RD_GZIP", "CONFIG_RD_XZ")
            .bytes();

    assertThat(unpacking(kernel, zstd))
        .containsExactly(
            Finding.of(
                    PACKING_NOT_CONFIGURED,
                    "zstd",
                    SyntheticKernel.VERSION,
                    "CONFIG_RD_ZSTD",
                    "gzip, xz")
                .in("initrd"));
    for (byte[] good : List.of(cpio, SyntheticArchives.gzip(cpio), SyntheticArchives.xz(cpio))) {
      assertThat(unpacking(kernel, good)).isEmpty();
    }
    for (byte[] bad :
        List.of(
            SyntheticArchives.bzip2(cpio),
            SyntheticArchives.lzma(cpio),
            SyntheticArchives.lz4(cpio))) {
      assertThat(unpacking(kernel, bad))
          .extracting(Finding::code)
          .containsExactly(PACKING_NOT_CONFIGURED);
    }
  }

  @Test
  void aStockKernelIsJudgedByItsAge() throws IOException {
    byte[] cpio = SyntheticArchives.cpio(Map.of("init", new byte[1]));
    byte[] checksummed =
        SyntheticArchives.cpio(CpioConstants.FORMAT_NEW_CRC, Map.of("init", new byte[1]));

    byte[] older = new SyntheticKernel().version("4.18.0-553.el8.x86_64 #1").bytes();
    assertThat(unpacking(older, SyntheticArchives.zstd(cpio)))
        .containsExactly(
            Finding.of(PACKING_PERHAPS_TOO_NEW, "zstd", "4.18.0-553.el8.x86_64", "5.9")
                .in("initrd"));
    assertThat(unpacking(older, checksummed))
        .containsExactly(
            Finding.of(CHECKSUMS_PERHAPS_TOO_NEW, "4.18.0-553.el8.x86_64", "5.19").in("initrd"));
    assertThat(unpacking(older, SyntheticArchives.lz4(cpio))).isEmpty();
    byte[] oldest = new SyntheticKernel().version("3.10.0-1160.el7.x86_64 #1").bytes();
    assertThat(unpacking(oldest, SyntheticArchives.lz4(cpio)))
        .extracting(Finding::code)
        .containsExactly(PACKING_PERHAPS_TOO_NEW);
    byte[] stock = new SyntheticKernel().bytes();
    for (byte[] good :
        List.of(
            checksummed,
            SyntheticArchives.gzip(cpio),
            SyntheticArchives.bzip2(cpio),
            SyntheticArchives.lzma(cpio),
            SyntheticArchives.zstd(cpio),
            SyntheticArchives.lz4(cpio))) {
      assertThat(unpacking(stock, good)).isEmpty();
    }
  }

  /** What is found wrong with the way that the initrd is packed. */
  private List<Finding> unpacking(byte[] kernel, byte[] initrd) throws IOException {
    return BootImageReport.inspect(
            Optional.of(file("vmlinuz", kernel)),
            List.of(file("initrd", initrd)),
            Optional.empty(),
            new ModuleNeeds(List.of()))
        .findings();
  }

  @Test
  void aKernelWithoutEfiStubIsAWarning() throws IOException {
    BootImageReport report =
        inspect(
            new SyntheticKernel().word(0, 0).bytes(),
            Map.of("init", new byte[1]),
            Optional.empty());

    assertThat(report.findings()).contains(Finding.of(NO_EFI_STUB).in("vmlinuz"));
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
    Optional<NamedFile> archive = Optional.empty();
    if (modules.isPresent()) {
      archive = Optional.of(file("modules.tar", modules.get()));
    }
    return BootImageReport.inspect(
        Optional.of(file("vmlinuz", kernel)),
        List.of(file("initrd", SyntheticArchives.cpio(initrd))),
        archive,
        NEEDS);
  }

  private NamedFile file(String name, byte[] content) throws IOException {
    return new NamedFile(Files.write(directory.resolve(name), content), name);
  }
}
