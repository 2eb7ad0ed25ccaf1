package org.yuzuri.images;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yuzuri.images.BootImageCode.BI101;
import static org.yuzuri.images.BootImageCode.BI102;
import static org.yuzuri.images.BootImageCode.BI103;
import static org.yuzuri.images.BootImageCode.BI104;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KernelImageTest {
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
    isRefused(new byte[0], BI101, "empty file");
    isRefused("\u007fELF and so on".getBytes(ISO_8859_1), BI101, "ELF file");
    isRefused("#!/bin/sh\n".getBytes(ISO_8859_1), BI101, "23 21 2f 62 69 6e 2f 73");
    isRefused(SyntheticArchives.gzip(new byte[9]), BI101, "GZIP data");
    isRefused(SyntheticArchives.cpio(Map.of()), BI101, "cpio archive");
    isRefused(SyntheticArchives.deb("data.tar", new byte[0]), BI101, "Debian package");
    isRefused(new SyntheticKernel().word(0x1fe, 0).bytes(), BI101, "EFI program");
  }

  @Test
  void aKernelCutInHalfIsRefused() {
    byte[] half = Arrays.copyOf(new SyntheticKernel().bytes(), 8 * 1024);

    isRefused(half, BI102, "it has 8,192 bytes");
  }

  @Test
  void anOldKernelIsRefused() {
    isRefused(new SyntheticKernel().word(0x206, 0x20a).bytes(), BI103, "2.10");
  }

  @Test
  void aKernelFor32BitIsRefused() {
    isRefused(new SyntheticKernel().word(0x236, 0).bytes(), BI104, "32-bit");
  }

  @Test
  void aVersionThatWouldLeaveItsDirectoryIsRefused() {
    isRefused(new SyntheticKernel().version("../../etc/x y").bytes(), BI103, "version");
    isRefused(new SyntheticKernel().word(0x20e, 0xffff).bytes(), BI103, "version");
  }

  private static KernelImage read(byte[] bytes) throws IOException {
    return KernelImage.of(bytes, bytes.length);
  }

  private static void isRefused(byte[] bytes, BootImageCode code, String part) {
    assertThatThrownBy(() -> read(bytes))
        .isInstanceOfSatisfying(
            BootImageException.class, e -> assertThat(e.finding().code()).isEqualTo(code))
        .hasMessageContaining(part.replace(",", ""));
  }
}
