package org.yuzuri.images.modules;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yuzuri.images.finding.BootImageCode.MODULES_CUT_OFF;
import static org.yuzuri.images.finding.BootImageCode.MODULES_DAMAGED;
import static org.yuzuri.images.finding.BootImageCode.MODULES_INCOMPLETE;
import static org.yuzuri.images.finding.BootImageCode.MODULES_OF_OTHER_KERNEL;
import static org.yuzuri.images.finding.BootImageCode.MODULES_OF_UNKNOWN_FORMAT;
import static org.yuzuri.images.finding.BootImageCode.MODULES_TOO_LARGE;
import static org.yuzuri.images.finding.BootImageCode.MODULES_WITH_UNSAFE_NAME;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.commons.compress.archivers.cpio.CpioArchiveEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuzuri.images.SyntheticArchives;
import org.yuzuri.images.SyntheticKernel;
import org.yuzuri.images.SyntheticModule;
import org.yuzuri.images.archive.CpioFiles;
import org.yuzuri.images.finding.BootImageCode;
import org.yuzuri.images.finding.BootImageException;
import org.yuzuri.images.finding.Finding;
import org.yuzuri.images.packing.Packing;
import org.yuzuri.images.packing.PositionedStream;

class ModulesArchiveTest {
  private static final String VERSION = SyntheticKernel.VERSION;
  private static final String ROOT = "yuzuri/lib/modules/" + VERSION + "/";

  @TempDir Path directory;

  @Test
  void theClosureOfWhatIsWantedIsWritten() throws IOException {
    for (byte[] file :
        List.of(
            SyntheticArchives.tar(SyntheticModule.tree("./lib/modules/")),
            SyntheticArchives.tar(SyntheticModule.tree("above/".repeat(30) + "lib/modules/")),
            SyntheticArchives.paxTar(SyntheticModule.tree("above/".repeat(30) + "lib/modules/")),
            SyntheticArchives.gzip(SyntheticArchives.tar(SyntheticModule.tree("usr/lib/modules/"))),
            SyntheticArchives.zstd(SyntheticArchives.tar(SyntheticModule.tree(""))),
            SyntheticArchives.bzip2(SyntheticArchives.tar(SyntheticModule.tree("./lib/modules/"))),
            SyntheticArchives.deb(
                "data.tar.xz",
                SyntheticArchives.xz(
                    SyntheticArchives.tar(SyntheticModule.tree("./lib/modules/")))))) {
      ModulesArchive archive = archive(file);

      assertThat(archive.versions()).containsExactly(VERSION);
      Map<String, byte[]> written = write(archive, InitrdFormat.ZSTD, "esp4", "cbc", "nothing");

      assertThat(written)
          .containsOnlyKeys(
              ROOT + "kernel/net/ipv4/esp4.ko",
              ROOT + "kernel/net/xfrm/xfrm_algo.ko",
              ROOT + "kernel/crypto/authenc.ko",
              ROOT + "modules.builtin",
              ROOT + "modules.order");
      assertThat(written.get(ROOT + "kernel/net/xfrm/xfrm_algo.ko"))
          .as("unpacked")
          .isEqualTo(SyntheticModule.of("name=xfrm_algo"));
    }
  }

  @Test
  void equalInputGivesEqualBytes() throws IOException {
    ModulesArchive archive = archive(SyntheticArchives.tar(SyntheticModule.tree("lib/modules/")));

    for (InitrdFormat format : InitrdFormat.values()) {
      assertThat(bytes(archive, format, "esp4", "virtio_net"))
          .isEqualTo(bytes(archive, format, "virtio_net", "esp4"));
    }
  }

  @Test
  void aKernelThatTheArchiveIsNotForIsNamed() throws IOException {
    ModulesArchive archive = archive(SyntheticArchives.tar(SyntheticModule.tree("lib/modules/")));

    assertThatThrownBy(
            () ->
                archive.writeInitrd(
                    "5.10.0", List.of(), InitrdFormat.PLAIN, new ByteArrayOutputStream()))
        .isInstanceOfSatisfying(
            BootImageException.class,
            e -> assertThat(e.finding().code()).isEqualTo(MODULES_OF_OTHER_KERNEL))
        .hasMessageContaining("for kernel 5.10.0")
        .hasMessageContaining(VERSION);
  }

  @Test
  void aDependencyThatIsNotThereIsFound() throws IOException {
    Map<String, byte[]> files = SyntheticModule.tree("lib/modules/");
    files.remove("lib/modules/" + VERSION + "/kernel/net/xfrm/xfrm_algo.ko.xz");

    assertThat(archive(SyntheticArchives.tar(files)).unresolved(VERSION, List.of("esp4")))
        .contains(Finding.of(MODULES_INCOMPLETE, "xfrm_algo (esp4)"));
  }

  @Test
  void namesThatLeaveTheirDirectoryAreRefused() throws IOException {
    for (String name : List.of("kernel/../../../etc/x.ko", "kernel/a b.ko", "kernel//x.ko")) {
      Map<String, byte[]> files =
          Map.of("lib/modules/" + VERSION + "/" + name, SyntheticModule.of("name=x"));

      isRefused(SyntheticArchives.tar(files), MODULES_WITH_UNSAFE_NAME, "not accepted");
    }
  }

  @Test
  void whatIsNoArchiveIsNamed() throws IOException {
    isRefused(new byte[0], MODULES_OF_UNKNOWN_FORMAT, "empty file");
    isRefused("\u007fELF".getBytes(US_ASCII), MODULES_OF_UNKNOWN_FORMAT, "ELF file");
    isRefused(
        SyntheticArchives.cpio(Map.of("a", new byte[1])),
        MODULES_OF_UNKNOWN_FORMAT,
        "cpio archive");
    isRefused(
        SyntheticArchives.deb("data.tar.lzo", new byte[600]), MODULES_OF_UNKNOWN_FORMAT, "00 00");
  }

  @Test
  void anArchiveCutInHalfIsCalledCutOff() throws IOException {
    byte[] whole =
        SyntheticArchives.gzip(SyntheticArchives.tar(SyntheticModule.tree("lib/modules/")));

    isRefused(Arrays.copyOf(whole, whole.length / 2), MODULES_CUT_OFF, "cut off");
    byte[] deb = SyntheticArchives.deb("data.tar.gz", whole);
    isRefused(Arrays.copyOf(deb, deb.length - 40), MODULES_CUT_OFF, "cut off");
    isRefused(Arrays.copyOf(deb, 150), MODULES_CUT_OFF, "cut off");
  }

  @Test
  void aTarArchiveWithoutItsEndIsCalledCutOff() throws IOException {
    byte[] tar = SyntheticArchives.tar(Map.of("a", new byte[512]));

    isRefused(Arrays.copyOf(tar, 1024), MODULES_CUT_OFF, "cut off");
    isRefused(Arrays.copyOf(tar, 700), MODULES_CUT_OFF, "cut off");
    isRefused(Arrays.copyOf(tar, 600), MODULES_CUT_OFF, "cut off");
  }

  @Test
  void aHeaderOfAnyLengthIsNotTakenIntoMemory() throws IOException {
    byte[] huge = ofType('L', "x".repeat(1 << 20));
    byte[] pax = ofType('x', "1048576 path=" + "x".repeat((1 << 20) - 14) + "\n");
    byte[] names =
        SyntheticArchives.join(
            "!<arch>\n".getBytes(US_ASCII),
            String.format("%-16s%-12s%-6s%-6s%-8s%-10d`\n", "//", 0, 0, 0, "100644", 1 << 20)
                .getBytes(US_ASCII),
            new byte[1 << 20]);

    isRefused(huge, MODULES_TOO_LARGE, "header of an archive's entry");
    isRefused(pax, MODULES_TOO_LARGE, "header of an archive's entry");
    isRefused(names, MODULES_TOO_LARGE, "header of an archive's entry");
  }

  /** An archive whose first entry is of this type. */
  private static byte[] ofType(char type, String content) throws IOException {
    byte[] tar = SyntheticArchives.tar(Map.of("a", content.getBytes(US_ASCII)));
    tar[156] = (byte) type;
    Arrays.fill(tar, 148, 156, (byte) ' ');
    int sum = 0;
    for (int i = 0; i < 512; i++) {
      sum += tar[i] & 0xff;
    }
    byte[] digits = String.format("%06o\0 ", sum).getBytes(US_ASCII);
    System.arraycopy(digits, 0, tar, 148, 8);
    return tar;
  }

  @Test
  void aWrongByteInATarHeaderIsFound() throws IOException {
    byte[] tar = SyntheticArchives.tar(Map.of("a", new byte[512]));
    tar[0] ^= 1;

    isRefused(tar, MODULES_DAMAGED, "checksum");
  }

  @Test
  void aModuleThatIsNoElfFileIsNamed() throws IOException {
    Map<String, byte[]> files =
        Map.of("lib/modules/" + VERSION + "/kernel/x.ko", "text".getBytes(US_ASCII));

    isRefused(SyntheticArchives.tar(files), MODULES_DAMAGED, "kernel/x.ko: no 64-bit ELF file");
  }

  @Test
  void aBombIsNotUnpackedToItsEnd() throws IOException {
    byte[] bomb =
        SyntheticArchives.tar(
            Map.of(
                "lib/modules/" + VERSION + "/kernel/x.ko.gz",
                SyntheticArchives.gzip(new byte[65 << 20])));

    isRefused(bomb, MODULES_TOO_LARGE, "too large");
  }

  @Test
  void randomDamageNeverDoesMoreThanRefuse() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    byte[] tar = SyntheticArchives.tar(SyntheticModule.tree("lib/modules/"));
    for (int run = 0; run < 150; run++) {
      byte[] damaged = tar.clone();
      for (int change = 0; change <= run % 4; change++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      try {
        bytes(archive(damaged), InitrdFormat.PLAIN, "esp4");
      } catch (BootImageException e) {
        assertThat(e.finding().code()).as("seed %d run %d", seed, run).isNotNull();
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + seed + " run " + run, e);
      }
    }
  }

  private ModulesArchive archive(byte[] bytes) throws IOException {
    return ModulesArchive.read(Files.write(directory.resolve("modules"), bytes));
  }

  private static byte[] bytes(ModulesArchive archive, InitrdFormat format, String... wanted)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    archive.writeInitrd(VERSION, List.of(wanted), format, out);
    return out.toByteArray();
  }

  private static Map<String, byte[]> write(
      ModulesArchive archive, InitrdFormat format, String... wanted) throws IOException {
    byte[] packed = bytes(archive, format, wanted);
    PositionedStream in = new PositionedStream(new ByteArrayInputStream(packed));
    CpioFiles reader = new CpioFiles(new PositionedStream(Packing.ZSTD.unpackOne(in)));
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (Optional<CpioArchiveEntry> next = reader.next(); next.isPresent(); next = reader.next()) {
      if (next.get().isRegularFile()) {
        files.put(next.get().getName(), reader.content(1 << 20));
      }
    }
    return files;
  }

  private void isRefused(byte[] bytes, BootImageCode code, String part) {
    assertThatThrownBy(() -> archive(bytes))
        .isInstanceOfSatisfying(
            BootImageException.class, e -> assertThat(e.finding().code()).isEqualTo(code))
        .hasMessageContaining(part);
  }
}
