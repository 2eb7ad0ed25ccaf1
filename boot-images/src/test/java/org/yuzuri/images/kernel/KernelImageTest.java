package org.yuzuri.images.kernel;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yuzuri.images.finding.BootImageCode.EFI_ZBOOT_IMAGE;
import static org.yuzuri.images.finding.BootImageCode.KERNEL_CUT_OFF;
import static org.yuzuri.images.finding.BootImageCode.KERNEL_FOR_OTHER_PROCESSORS;
import static org.yuzuri.images.finding.BootImageCode.KERNEL_NOT_64_BIT;
import static org.yuzuri.images.finding.BootImageCode.KERNEL_TOO_OLD;
import static org.yuzuri.images.finding.BootImageCode.KERNEL_WITHOUT_INITRDS;
import static org.yuzuri.images.finding.BootImageCode.NO_KERNEL;
import static org.yuzuri.images.finding.BootImageCode.UNIFIED_KERNEL_IMAGE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuzuri.images.SyntheticArchives;
import org.yuzuri.images.SyntheticKernel;
import org.yuzuri.images.finding.BootImageCode;
import org.yuzuri.images.finding.BootImageException;

class KernelImageTest {
  @TempDir Path directory;

  @Test
  void aKernelTellsItsVersion() throws IOException {
    KernelImage kernel = read(new SyntheticKernel().bytes());

    assertThat(kernel.version()).isEqualTo("6.1.0-50-amd64");
    assertThat(kernel.description()).contains("Debian 6.1.176-1 (2026-07-02)");
    assertThat(kernel.architecture()).isEqualTo("x86_64");
    assertThat(kernel.bootProtocol()).isEqualTo("2.15");
    assertThat(kernel.efiStub()).isTrue();
  }

  @Test
  void aKernelWithoutEfiStubIsKnown() throws IOException {
    assertThat(read(new SyntheticKernel().word(0, 0).bytes()).efiStub()).isFalse();
  }

  @Test
  void whatIsNoKernelIsNamed() throws IOException {
    isRefused(new byte[0], NO_KERNEL, "empty file");
    isRefused("\u007fELF and so on".getBytes(ISO_8859_1), NO_KERNEL, "ELF file");
    isRefused("#!/bin/sh\n".getBytes(ISO_8859_1), NO_KERNEL, "text file. Upload the file");
    isRefused("\u0001\u0002".getBytes(ISO_8859_1), NO_KERNEL, "01 02");
    isRefused(SyntheticArchives.gzip(new byte[9]), NO_KERNEL, "GZIP data");
    isRefused(SyntheticArchives.cpio(Map.of()), NO_KERNEL, "cpio archive");
    isRefused(SyntheticArchives.deb("data.tar", new byte[0]), NO_KERNEL, "Debian package");
    isRefused(new SyntheticKernel().word(0x1fe, 0).bytes(), NO_KERNEL, "EFI program");
  }

  @Test
  void aKernelCutInHalfIsRefused() {
    byte[] half = Arrays.copyOf(new SyntheticKernel().bytes(), 8 * 1024);

    isRefused(half, KERNEL_CUT_OFF, "it has 8,192 bytes");
  }

  @Test
  void anOldKernelIsRefused() {
    isRefused(new SyntheticKernel().word(0x206, 0x20a).bytes(), KERNEL_TOO_OLD, "2.10");
  }

  @Test
  void aKernelFor32BitIsRefused() {
    isRefused(new SyntheticKernel().word(0x236, 0).bytes(), KERNEL_NOT_64_BIT, "32-bit");
  }

  @Test
  void aVersionThatWouldLeaveItsDirectoryIsRefused() {
    isRefused(new SyntheticKernel().version("../../etc/x y").bytes(), KERNEL_TOO_OLD, "version");
    isRefused(new SyntheticKernel().word(0x20e, 0xffff).bytes(), KERNEL_TOO_OLD, "version");
  }

  @Test
  void aKernelForOtherProcessorsIsRefused() {
    isRefused(with(0x38, "ARMd"), KERNEL_FOR_OTHER_PROCESSORS, "for arm64 processors");
    isRefused(with(0x38, "RSC\u0005"), KERNEL_FOR_OTHER_PROCESSORS, "for riscv64 processors");
    isRefused(with(0x24, "\u0018(o\u0001"), KERNEL_FOR_OTHER_PROCESSORS, "for arm processors");
    byte[] zboot = with(0, "MZ\0\0zimg");
    System.arraycopy("zstd".getBytes(ISO_8859_1), 0, zboot, 0x18, 4);
    isRefused(zboot, EFI_ZBOOT_IMAGE, "(packed with zstd)");
    String instead = "Upload the vmlinuz of the x86_64 (amd64) medium";
    isRefused(with(0x38, "ARMd"), KERNEL_FOR_OTHER_PROCESSORS, instead);
    isRefused(zboot, EFI_ZBOOT_IMAGE, instead);
  }

  @Test
  void aUnifiedKernelImageIsRefusedWithWhatToUploadInstead() {
    ByteBuffer uki = ByteBuffer.wrap(with(0, "MZ")).order(ByteOrder.LITTLE_ENDIAN);
    uki.putInt(0x3c, 0x80).putInt(0x80, 0x4550);
    uki.putShort(0x86, (short) 3).putShort(0x94, (short) 0xf0);
    uki.put(0x80 + 24 + 0xf0 + 2 * 40, ".linux\0".getBytes(ISO_8859_1));

    isRefused(uki.array(), UNIFIED_KERNEL_IMAGE, "objcopy -O binary --only-section=.linux");
    uki.putShort(0x86, (short) 2);
    isRefused(uki.array(), NO_KERNEL, "EFI program");
    uki.putInt(0x3c, 0x7fffffff);
    isRefused(uki.array(), NO_KERNEL, "EFI program");
  }

  @Test
  void theConfigurationInAKernelIsFoundHoweverItIsPacked() throws IOException {
    List<UnaryOperator<byte[]>> packings =
        List.of(
            unchecked(SyntheticArchives::gzip),
            unchecked(SyntheticArchives::xz),
            unchecked(SyntheticArchives::lzma),
            unchecked(SyntheticArchives::bzip2),
            unchecked(SyntheticArchives::zstd),
            unchecked(SyntheticArchives::lz4));
    for (UnaryOperator<byte[]> pack : packings) {
      byte[] kernel =
          new SyntheticKernel().config(pack, "CONFIG_BLK_DEV_INITRD", "CONFIG_RD_XZ").bytes();

      KernelConfig config = read(kernel).config().orElseThrow();

      assertThat(config.builtin())
          .containsExactlyInAnyOrder("CONFIG_BLK_DEV_INITRD", "CONFIG_RD_XZ");
    }
    assertThat(read(new SyntheticKernel().bytes()).config()).isEmpty();
  }

  @Test
  void aKernelThatTakesNoInitrdIsRefused() throws IOException {
    byte[] kernel =
        new SyntheticKernel().config(unchecked(SyntheticArchives::gzip), "CONFIG_RD_XZ").bytes();

    isRefused(kernel, KERNEL_WITHOUT_INITRDS, "CONFIG_BLK_DEV_INITRD is not set");
  }

  private static byte[] with(int at, String text) {
    byte[] file = new byte[8192];
    byte[] bytes = text.getBytes(ISO_8859_1);
    System.arraycopy(bytes, 0, file, at, bytes.length);
    return file;
  }

  private interface Pack {
    byte[] pack(byte[] bytes) throws IOException;
  }

  private static UnaryOperator<byte[]> unchecked(Pack pack) {
    return bytes -> {
      try {
        return pack.pack(bytes);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  private KernelImage read(byte[] bytes) throws IOException {
    return KernelImage.read(Files.write(directory.resolve("kernel"), bytes));
  }

  private void isRefused(byte[] bytes, BootImageCode code, String part) {
    assertThatThrownBy(() -> read(bytes))
        .isInstanceOfSatisfying(
            BootImageException.class, e -> assertThat(e.finding().code()).isEqualTo(code))
        .hasMessageContaining(part.replace(",", ""));
  }
}
