package org.yuzuri.images.modules;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yuzuri.images.finding.BootImageCode.BI120;
import static org.yuzuri.images.finding.BootImageCode.BI121;
import static org.yuzuri.images.finding.BootImageCode.BI122;
import static org.yuzuri.images.finding.BootImageCode.BI123;
import static org.yuzuri.images.finding.BootImageCode.BI124;
import static org.yuzuri.images.finding.BootImageCode.BI125;
import static org.yuzuri.images.finding.BootImageCode.BI126;

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
            BootImageException.class, e -> assertThat(e.finding().code()).isEqualTo(BI124))
        .hasMessageContaining("for kernel 5.10.0")
        .hasMessageContaining(VERSION);
  }

  @Test
  void aDependencyThatIsNotThereIsFound() throws IOException {
    Map<String, byte[]> files = SyntheticModule.tree("lib/modules/");
    files.remove("lib/modules/" + VERSION + "/kernel/net/xfrm/xfrm_algo.ko.xz");

    assertThat(archive(SyntheticArchives.tar(files)).unresolved(VERSION, List.of("esp4")))
        .contains(Finding.of(BI126, "xfrm_algo (esp4)"));
  }

  @Test
  void namesThatLeaveTheirDirectoryAreRefused() throws IOException {
    for (String name : List.of("kernel/../../../etc/x.ko", "kernel/a b.ko", "kernel//x.ko")) {
      Map<String, byte[]> files =
          Map.of("lib/modules/" + VERSION + "/" + name, SyntheticModule.of("name=x"));

      isRefused(SyntheticArchives.tar(files), BI125, "not accepted");
    }
  }

  @Test
  void whatIsNoArchiveIsNamed() throws IOException {
    isRefused(new byte[0], BI120, "empty file");
    isRefused("\u007fELF".getBytes(US_ASCII), BI120, "ELF file");
    isRefused(SyntheticArchives.cpio(Map.of("a", new byte[1])), BI120, "cpio archive");
    isRefused(SyntheticArchives.deb("data.tar.lzo", new byte[600]), BI120, "00 00");
  }

  @Test
  void anArchiveCutInHalfIsCalledCutOff() throws IOException {
    byte[] whole =
        SyntheticArchives.gzip(SyntheticArchives.tar(SyntheticModule.tree("lib/modules/")));

    isRefused(Arrays.copyOf(whole, whole.length / 2), BI121, "cut off");
    byte[] deb = SyntheticArchives.deb("data.tar.gz", whole);
    isRefused(Arrays.copyOf(deb, deb.length - 40), BI121, "cut off");
    isRefused(Arrays.copyOf(deb, 150), BI121, "cut off");
  }

  @Test
  void aTarArchiveWithoutItsEndIsCalledCutOff() throws IOException {
    byte[] tar = SyntheticArchives.tar(Map.of("a", new byte[512]));

    isRefused(Arrays.copyOf(tar, 1024), BI121, "cut off");
    isRefused(Arrays.copyOf(tar, 700), BI121, "cut off");
    isRefused(Arrays.copyOf(tar, 600), BI121, "cut off");
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

    isRefused(huge, BI123, "header of an archive's entry");
    isRefused(pax, BI123, "header of an archive's entry");
    isRefused(names, BI123, "header of an archive's entry");
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

    isRefused(tar, BI122, "checksum");
  }

  @Test
  void aModuleThatIsNoElfFileIsNamed() throws IOException {
    Map<String, byte[]> files =
        Map.of("lib/modules/" + VERSION + "/kernel/x.ko", "text".getBytes(US_ASCII));

    isRefused(SyntheticArchives.tar(files), BI122, "kernel/x.ko: no 64-bit ELF file");
  }

  @Test
  void aBombIsNotUnpackedToItsEnd() throws IOException {
    byte[] bomb =
        SyntheticArchives.tar(
            Map.of(
                "lib/modules/" + VERSION + "/kernel/x.ko.gz",
                SyntheticArchives.gzip(new byte[65 << 20])));

    isRefused(bomb, BI123, "too large");
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
