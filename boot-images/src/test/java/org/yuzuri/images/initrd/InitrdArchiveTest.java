package org.yuzuri.images.initrd;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yuzuri.images.finding.BootImageCode.ARCHIVE_IN_PIECES;
import static org.yuzuri.images.finding.BootImageCode.ARCHIVE_NOT_ALIGNED;
import static org.yuzuri.images.finding.BootImageCode.INITRD_CUT_OFF;
import static org.yuzuri.images.finding.BootImageCode.INITRD_DAMAGED;
import static org.yuzuri.images.finding.BootImageCode.INITRD_OF_UNKNOWN_FORMAT;
import static org.yuzuri.images.finding.BootImageCode.INITRD_TOO_LARGE;
import static org.yuzuri.images.finding.BootImageCode.LZ4_FRAME_FORMAT;
import static org.yuzuri.images.finding.BootImageCode.LZO_PACKING;
import static org.yuzuri.images.finding.BootImageCode.OTHER_CPIO_FORMAT;
import static org.yuzuri.images.finding.BootImageCode.XZ_CHECK_REFUSED;
import static org.yuzuri.images.finding.BootImageCode.ZSTD_WINDOW_TOO_LARGE;

import com.github.luben.zstd.ZstdCompressCtx;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.apache.commons.compress.archivers.cpio.CpioConstants;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.tukaani.xz.XZ;
import org.yuzuri.images.SyntheticArchives;
import org.yuzuri.images.finding.BootImageCode;
import org.yuzuri.images.finding.BootImageException;
import org.yuzuri.images.modules.ModuleSet;
import org.yuzuri.images.packing.Packing;

class InitrdArchiveTest {
  private static final String MODULES = "usr/lib/modules/6.1.0-50-amd64/";

  @Test
  void everyPackingOfTheKernelIsRead() throws IOException {
    byte[] cpio = initrd();

    for (byte[] packed :
        new byte[][] {
          cpio,
          SyntheticArchives.gzip(cpio),
          SyntheticArchives.xz(cpio),
          SyntheticArchives.lzma(cpio),
          SyntheticArchives.zstd(cpio),
          SyntheticArchives.bzip2(cpio),
          SyntheticArchives.lz4(cpio)
        }) {
      InitrdArchive archive = read(packed);

      assertThat(archive.hasInit()).isTrue();
      assertThat(archive.versions()).containsExactly("6.1.0-50-amd64");
      ModuleSet modules = archive.modulesFor("6.1.0-50-amd64");
      assertThat(modules.modules()).containsExactlyInAnyOrder("virtio_net", "ghash_generic");
      assertThat(modules.has("ghash-generic")).isTrue();
      assertThat(modules.has("cbc")).as("built in").isTrue();
      assertThat(modules.has("esp4")).isFalse();
      assertThat(archive.unpackedBytes()).isGreaterThanOrEqualTo(cpio.length - 512);
    }
  }

  @Test
  void segmentsLieBehindEachOther() throws IOException {
    byte[] microcode = SyntheticArchives.cpio(Map.of("kernel/x86/microcode/a.bin", new byte[99]));
    byte[] file =
        SyntheticArchives.join(
            microcode,
            SyntheticArchives.gzip(initrd()),
            new byte[3],
            SyntheticArchives.bzip2(SyntheticArchives.cpio(Map.of("etc/z", new byte[9]))),
            new byte[1],
            SyntheticArchives.zstd(SyntheticArchives.cpio(Map.of("etc/a", new byte[9]))),
            SyntheticArchives.xz(SyntheticArchives.cpio(Map.of("etc/b", new byte[9]))),
            SyntheticArchives.lzma(SyntheticArchives.cpio(Map.of("etc/c", new byte[9]))),
            SyntheticArchives.lz4(SyntheticArchives.cpio(Map.of("etc/d", new byte[9]))));
    file = SyntheticArchives.join(file, new byte[8 - file.length % 4], microcode, new byte[512]);

    InitrdArchive archive = read(file);

    assertThat(archive.segments().stream().map(segment -> segment.packing().orElse(null)))
        .containsExactly(
            null,
            Packing.GZIP,
            Packing.BZIP2,
            Packing.ZSTD,
            Packing.XZ,
            Packing.LZMA,
            Packing.LZ4,
            null);
    assertThat(archive.segments().get(1).position()).isEqualTo(microcode.length);
    assertThat(archive.hasInit()).isTrue();
  }

  @Test
  void anInitrdCutAnywhereIsNotTakenForWhole() throws IOException {
    byte[] cpio = initrd();
    for (byte[] whole :
        new byte[][] {
          SyntheticArchives.gzip(cpio), SyntheticArchives.xz(cpio), SyntheticArchives.zstd(cpio)
        }) {
      for (int length = 0; length < whole.length; length += 97) {
        byte[] cut = Arrays.copyOf(whole, length);

        assertThatThrownBy(() -> read(cut))
            .isInstanceOfSatisfying(
                BootImageException.class,
                e ->
                    assertThat(e.finding().code())
                        .isIn(INITRD_OF_UNKNOWN_FORMAT, INITRD_CUT_OFF, INITRD_DAMAGED));
      }
    }
  }

  @Test
  void halfAnInitrdIsCalledCutOff() throws IOException {
    byte[] whole = SyntheticArchives.gzip(initrd());

    isRefused(Arrays.copyOf(whole, whole.length / 2), INITRD_CUT_OFF, "cut off at byte");
    isRefused(Arrays.copyOf(initrd(), 300), INITRD_CUT_OFF, "cut off at byte 300");
    isRefused(new byte[0], INITRD_CUT_OFF, "cut off at byte 0");
  }

  @Test
  void aWrongByteIsFound() throws IOException {
    byte[] whole = SyntheticArchives.gzip(initrd());
    whole[whole.length - 8] ^= 1;

    isRefused(whole, INITRD_DAMAGED, "checksum");
  }

  @Test
  void whatIsNoInitrdIsNamed() throws IOException {
    isRefused("\u007fELF".getBytes(US_ASCII), INITRD_OF_UNKNOWN_FORMAT, "ELF file");
    isRefused(
        SyntheticArchives.join(initrd(), "garbage".getBytes(US_ASCII)),
        INITRD_OF_UNKNOWN_FORMAT,
        "text file");
    isRefused(SyntheticArchives.gzip("text".getBytes(US_ASCII)), INITRD_DAMAGED, "no cpio archive");
  }

  @Test
  void aCheckOfXzThatKernelsRefuseIsFound() throws IOException {
    isRefused(SyntheticArchives.xz(initrd(), XZ.CHECK_CRC64), XZ_CHECK_REFUSED, "check CRC64");
    isRefused(SyntheticArchives.xz(initrd(), XZ.CHECK_SHA256), XZ_CHECK_REFUSED, "check SHA-256");
    isRefused(
        SyntheticArchives.xz(initrd(), XZ.CHECK_SHA256), XZ_CHECK_REFUSED, "xz --check=crc32");
    assertThat(read(SyntheticArchives.xz(initrd(), XZ.CHECK_NONE)).hasInit()).isTrue();
  }

  @Test
  void formatsOfOtherProgramsAreRefusedWithWhatToDo() throws IOException {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    try (OutputStream packed = new FramedLZ4CompressorOutputStream(frame)) {
      packed.write(initrd());
    }
    Map<String, byte[]> files = Map.of("init", new byte[1]);

    isRefused(frame.toByteArray(), LZ4_FRAME_FORMAT, "lz4 -l");
    isRefused("\u0089LZO\0\r\n\u001a\n".getBytes(ISO_8859_1), LZO_PACKING, "LZO");
    for (short old :
        new short[] {CpioConstants.FORMAT_OLD_ASCII, CpioConstants.FORMAT_OLD_BINARY}) {
      byte[] cpio = SyntheticArchives.cpio(old, files);
      isRefused(cpio, OTHER_CPIO_FORMAT, "cpio -o -H newc");
      isRefused(SyntheticArchives.gzip(cpio), OTHER_CPIO_FORMAT, "cpio -o -H newc");
    }
    isRefused("*M\u0018".getBytes(ISO_8859_1), INITRD_OF_UNKNOWN_FORMAT, "2a 4d 18");
    isRefused("P*M\u0018\4\0\0\0".getBytes(ISO_8859_1), INITRD_OF_UNKNOWN_FORMAT, "pzstd");
  }

  @Test
  void checksumsInACpioArchiveAreKnownAndCompared() throws IOException {
    byte[] cpio =
        SyntheticArchives.cpio(CpioConstants.FORMAT_NEW_CRC, Map.of("init", new byte[] {1, 2, 3}));

    assertThat(read(cpio).segments()).allMatch(InitrdArchive.Segment::checksummed);
    assertThat(read(initrd()).segments()).noneMatch(InitrdArchive.Segment::checksummed);
    cpio[110 + 6] ^= 1;
    isRefused(cpio, INITRD_DAMAGED, "CRC");
  }

  @Test
  void aZstdWindowThatKernelsHaveNoRoomForIsFound() throws IOException {
    byte[] packed;
    try (ZstdCompressCtx zstd = new ZstdCompressCtx()) {
      packed = zstd.setLong(28).setContentSize(false).compress(new byte[1 << 20]);
    }
    byte[] window = packed.clone();
    window[4] = 0;
    window[5] = (byte) (18 << 3);
    byte[] whole = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, (byte) 0xa0, 0, 0, 0, 9};

    isRefused(window, ZSTD_WINDOW_TOO_LARGE, "window of 256 MiB; kernels take 128 MiB");
    isRefused(Arrays.copyOf(whole, 40), ZSTD_WINDOW_TOO_LARGE, "window of 144 MiB");
  }

  @Test
  void anArchivePackedInPiecesIsFound() throws IOException {
    byte[] cpio = initrd();
    byte[] first = Arrays.copyOf(cpio, 2048);
    byte[] rest = Arrays.copyOfRange(cpio, 2048, cpio.length);

    isRefused(
        SyntheticArchives.join(SyntheticArchives.gzip(first), SyntheticArchives.gzip(rest)),
        ARCHIVE_IN_PIECES,
        "gzip data ends in the middle");
    isRefused(
        SyntheticArchives.join(SyntheticArchives.zstd(first), SyntheticArchives.zstd(rest)),
        ARCHIVE_IN_PIECES,
        "zstd data ends in the middle");
    assertThat(
            read(SyntheticArchives.join(SyntheticArchives.gzip(cpio), SyntheticArchives.gzip(cpio)))
                .segments())
        .as("several whole archives")
        .hasSize(2);
  }

  @Test
  void anArchiveThatBeginsWhereKernelsDoNotLookIsFound() throws IOException {
    byte[] other = SyntheticArchives.cpio(Map.of("etc/a", new byte[9]));

    isRefused(SyntheticArchives.join(new byte[2], initrd()), ARCHIVE_NOT_ALIGNED, "byte 2,");
    isRefused(
        SyntheticArchives.gzip(SyntheticArchives.join(initrd(), new byte[1], other)),
        ARCHIVE_NOT_ALIGNED,
        "byte 0,");
    assertThat(read(SyntheticArchives.join(initrd(), new byte[4], other)).segments()).hasSize(2);
  }

  @Test
  void aNameOfAnyLengthIsNotTakenIntoMemory() throws IOException {
    byte[] cpio = SyntheticArchives.cpio(Map.of("x".repeat(1 << 20), new byte[1]));

    isRefused(cpio, INITRD_TOO_LARGE, "header of an archive's entry");
  }

  @Test
  void aBombIsNotUnpackedToItsEnd() throws IOException {
    byte[] bomb =
        SyntheticArchives.gzip(SyntheticArchives.cpio(Map.of("zeros", new byte[8 << 20])));

    assertThatThrownBy(() -> InitrdArchive.read(new ByteArrayInputStream(bomb), 1 << 20))
        .isInstanceOfSatisfying(
            BootImageException.class,
            e -> assertThat(e.finding().code()).isEqualTo(INITRD_TOO_LARGE));
  }

  @Test
  void randomDamageNeverDoesMoreThanRefuse() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    byte[] whole =
        SyntheticArchives.join(
            initrd(),
            SyntheticArchives.gzip(initrd()),
            SyntheticArchives.xz(initrd()),
            SyntheticArchives.zstd(initrd()),
            SyntheticArchives.lzma(initrd()),
            SyntheticArchives.lz4(initrd()));

    for (int run = 0; run < 200; run++) {
      byte[] damaged = whole.clone();
      for (int change = 0; change <= run % 4; change++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      try {
        InitrdArchive.read(new ByteArrayInputStream(damaged), 1 << 24);
      } catch (BootImageException e) {
        assertThat(e.finding().code()).as("seed %d run %d", seed, run).isNotNull();
      } catch (RuntimeException | IOException e) {
        throw new AssertionError("seed " + seed + " run " + run, e);
      }
    }
  }

  private static byte[] initrd() throws IOException {
    byte[] noise = new byte[5000];
    new Random(1).nextBytes(noise);
    return SyntheticArchives.cpio(
        Map.of(
            "init",
            "#!/bin/sh\n".getBytes(US_ASCII),
            "noise",
            noise,
            MODULES + "kernel/drivers/net/virtio_net.ko.xz",
            new byte[10],
            MODULES + "kernel/crypto/ghash-generic.ko",
            new byte[10],
            MODULES + "modules.builtin",
            "kernel/crypto/cbc.ko\n".getBytes(US_ASCII)));
  }

  private static InitrdArchive read(byte[] bytes) throws IOException {
    return InitrdArchive.read(new ByteArrayInputStream(bytes), InitrdArchive.DEFAULT_LIMIT_BYTES);
  }

  private static void isRefused(byte[] bytes, BootImageCode code, String part) {
    assertThatThrownBy(() -> read(bytes))
        .isInstanceOfSatisfying(
            BootImageException.class, e -> assertThat(e.finding().code()).isEqualTo(code))
        .hasMessageContaining(part);
  }
}
