package org.yuzuri.images;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.cpio.CpioArchiveEntry;
import org.apache.commons.compress.archivers.cpio.CpioArchiveOutputStream;
import org.apache.commons.compress.archivers.cpio.CpioConstants;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.lz4.BlockLZ4CompressorOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.LZMAOutputStream;
import org.tukaani.xz.XZ;
import org.tukaani.xz.XZOutputStream;

/** Archives made in memory, by other code than what reads them where there is any. */
public final class SyntheticArchives {
  private SyntheticArchives() {}

  public static byte[] cpio(Map<String, byte[]> files) throws IOException {
    return cpio(CpioConstants.FORMAT_NEW, files);
  }

  /**
   * A cpio archive.
   *
   * @param format one of {@link CpioConstants}
   */
  public static byte[] cpio(short format, Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CpioArchiveOutputStream cpio = new CpioArchiveOutputStream(out, format)) {
      for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
        CpioArchiveEntry entry =
            new CpioArchiveEntry(format, file.getKey(), file.getValue().length);
        entry.setMode(CpioConstants.C_ISREG | 0644);
        if (format == CpioConstants.FORMAT_NEW_CRC) {
          entry.setChksum(sum(file.getValue()));
        }
        cpio.putArchiveEntry(entry);
        cpio.write(file.getValue());
        cpio.closeArchiveEntry();
      }
    }
    return out.toByteArray();
  }

  private static long sum(byte[] content) {
    long sum = 0;
    for (byte b : content) {
      sum += b & 0xff;
    }
    return sum;
  }

  public static byte[] tar(Map<String, byte[]> files) throws IOException {
    return tar(files, TarArchiveOutputStream.LONGFILE_GNU);
  }

  /** With the POSIX way of long names. */
  public static byte[] paxTar(Map<String, byte[]> files) throws IOException {
    return tar(files, TarArchiveOutputStream.LONGFILE_POSIX);
  }

  private static byte[] tar(Map<String, byte[]> files, int longNames) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
      tar.setLongFileMode(longNames);
      for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry(file.getKey(), true);
        entry.setSize(file.getValue().length);
        tar.putArchiveEntry(entry);
        tar.write(file.getValue());
        tar.closeArchiveEntry();
      }
    }
    return out.toByteArray();
  }

  /** A Debian package whose data is this member. */
  public static byte[] deb(String dataName, byte[] data) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write("!<arch>\n".getBytes(US_ASCII));
    member(out, "debian-binary", "2.0\n".getBytes(US_ASCII));
    member(out, "control.tar.xz", new byte[17]);
    member(out, dataName, data);
    return out.toByteArray();
  }

  private static void member(OutputStream out, String name, byte[] data) throws IOException {
    out.write(
        String.format("%-16s%-12s%-6s%-6s%-8s%-10d`\n", name, 0, 0, 0, "100644", data.length)
            .getBytes(US_ASCII));
    out.write(data);
    out.write(new byte[data.length % 2]);
  }

  public static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream packed = new GZIPOutputStream(out)) {
      packed.write(bytes);
    }
    return out.toByteArray();
  }

  public static byte[] xz(byte[] bytes) throws IOException {
    return xz(bytes, XZ.CHECK_CRC32);
  }

  public static byte[] xz(byte[] bytes, int check) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream packed = new XZOutputStream(out, new LZMA2Options(1), check)) {
      packed.write(bytes);
    }
    return out.toByteArray();
  }

  public static byte[] lzma(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream packed = new LZMAOutputStream(out, new LZMA2Options(1), bytes.length)) {
      packed.write(bytes);
    }
    return out.toByteArray();
  }

  public static byte[] zstd(byte[] bytes) {
    return Zstd.compress(bytes);
  }

  public static byte[] bzip2(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream packed = new BZip2CompressorOutputStream(out, 1)) {
      packed.write(bytes);
    }
    return out.toByteArray();
  }

  /** As {@code lz4 -l}, in blocks of 1000 bytes. */
  public static byte[] lz4(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(new byte[] {0x02, 0x21, 0x4c, 0x18});
    for (int at = 0; at < bytes.length; at += 1000) {
      ByteArrayOutputStream block = new ByteArrayOutputStream();
      try (OutputStream packed = new BlockLZ4CompressorOutputStream(block)) {
        packed.write(bytes, at, Math.min(1000, bytes.length - at));
      }
      int size = block.size();
      out.write(new byte[] {(byte) size, (byte) (size >> 8), (byte) (size >> 16), 0});
      block.writeTo(out);
    }
    return out.toByteArray();
  }

  public static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
