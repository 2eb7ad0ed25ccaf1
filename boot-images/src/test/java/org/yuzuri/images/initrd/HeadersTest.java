package org.yuzuri.images.initrd;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yuzuri.images.finding.BootImageCode.GZIP_HEADER_REFUSED;
import static org.yuzuri.images.finding.BootImageCode.XZ_CHECK_REFUSED;
import static org.yuzuri.images.finding.BootImageCode.XZ_FILTER_REFUSED;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.DeltaOptions;
import org.tukaani.xz.FilterOptions;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.X86Options;
import org.tukaani.xz.XZ;
import org.tukaani.xz.XZOutputStream;
import org.yuzuri.images.SyntheticArchives;
import org.yuzuri.images.finding.BootImageCode;
import org.yuzuri.images.finding.BootImageException;

/** Packed data that every program unpacks and no booting kernel does. */
class HeadersTest {

  /** As bgzip, {@code gzip} through some libraries, and RFC 1952 allow. */
  @ParameterizedTest
  @CsvSource({
    "4,02006161,FEXTRA",
    "16,6100,FCOMMENT",
    "2,0000,FHCRC",
    "20,020061616100,FEXTRA",
    "10,69000000,FHCRC"
  })
  void aGzipHeaderWithMoreThanANameIsRefused(int flags, String more, String part)
      throws IOException {
    isRefused(gzip(flags, more), GZIP_HEADER_REFUSED, part);
  }

  @Test
  void aGzipHeaderWithANameIsTaken() throws IOException {
    assertThat(read(gzip(8, "696e6974726400")).hasInit()).isTrue();
    assertThat(read(gzip(1, "")).hasInit()).as("said to be text").isTrue();
  }

  @Test
  void aFilterOfXzThatKernelsDoNotHaveIsRefused() throws IOException {
    LZMA2Options lzma = new LZMA2Options(1);

    isRefused(xz(XZ.CHECK_CRC32, new DeltaOptions(4), lzma), XZ_FILTER_REFUSED, "delta");
    isRefused(
        xz(XZ.CHECK_NONE, new X86Options(), new DeltaOptions(1), lzma),
        XZ_FILTER_REFUSED,
        "3 filters");
    isRefused(xz(XZ.CHECK_CRC64, new DeltaOptions(4), lzma), XZ_CHECK_REFUSED, "CRC64");
    assertThat(read(xz(XZ.CHECK_CRC32, new X86Options(), lzma)).hasInit()).isTrue();
  }

  /** xz with several threads tells the sizes of each block before its filters. */
  @ParameterizedTest
  @ValueSource(ints = {0x40, 0x80, 0xc0})
  void theFilterIsFoundBehindTheSizesOfABlock(int sizes) throws IOException {
    byte[] plain = xz(XZ.CHECK_CRC32, new DeltaOptions(4), new LZMA2Options(1));
    byte[] told = new byte[Integer.bitCount(sizes) == 1 ? 3 : 6];
    Arrays.fill(told, (byte) 0x80);
    told[2] = 1;
    told[told.length - 1] = 1;
    byte[] head = SyntheticArchives.join(Arrays.copyOf(plain, 14), told, tail(plain, 14));
    head[13] |= (byte) sizes;

    isRefused(head, XZ_FILTER_REFUSED, "delta");
  }

  private static byte[] tail(byte[] bytes, int from) {
    return Arrays.copyOfRange(bytes, from, bytes.length);
  }

  /** What {@code gzip} makes, with other flags and what they announce. */
  private static byte[] gzip(int flags, String more) throws IOException {
    byte[] plain = SyntheticArchives.gzip(initrd());
    byte[] header = Arrays.copyOf(plain, 10);
    header[3] = (byte) flags;
    return SyntheticArchives.join(header, HexFormat.of().parseHex(more), tail(plain, 10));
  }

  private static byte[] xz(int check, FilterOptions... filters) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream packed = new XZOutputStream(out, filters, check)) {
      packed.write(initrd());
    }
    return out.toByteArray();
  }

  private static byte[] initrd() throws IOException {
    return SyntheticArchives.cpio(Map.of("init", "#!/bin/sh\n".getBytes(US_ASCII)));
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
