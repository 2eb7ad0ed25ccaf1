package org.yuzuri.images;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.UnaryOperator;

/** A file with the header of a bzImage. */
public final class SyntheticKernel {
  public static final String VERSION = "6.1.0-50-amd64";
  private static final int SIZE = 16 * 1024;
  private static final int PAYLOAD = 77;

  private final ByteBuffer bytes = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);

  public SyntheticKernel() {
    bytes.putShort(0, (short) 0x5a4d);
    bytes.putInt(0x3c, 0x40);
    bytes.putInt(0x40, 0x4550);
    bytes.put(0x1f1, (byte) 4);
    bytes.putInt(0x1f4, (SIZE - 5 * 512) / 16);
    bytes.putShort(0x1fe, (short) 0xaa55);
    bytes.put(0x202, "HdrS".getBytes(US_ASCII));
    bytes.putShort(0x206, (short) 0x20f);
    bytes.putShort(0x20e, (short) 0x300);
    bytes.put(0x211, (byte) 1);
    bytes.putShort(0x236, (short) 1);
    version(VERSION + " (debian-kernel@lists.debian.org) #1 SMP Debian 6.1.176-1 (2026-07-02)");
  }

  public SyntheticKernel version(String text) {
    bytes.put(0x500, (text + "\0").getBytes(US_ASCII));
    return this;
  }

  public SyntheticKernel word(int at, int value) {
    bytes.putShort(at, (short) value);
    return this;
  }

  /**
   * As a kernel that carries its configuration.
   *
   * @param pack how the kernel itself is packed
   */
  public SyntheticKernel config(UnaryOperator<byte[]> pack, String... options) throws IOException {
    byte[] text =
        (String.join("=y\n", options) + "=y\n# CONFIG_RD_LZO is not set\n").getBytes(US_ASCII);
    byte[] packed =
        pack.apply(
            SyntheticArchives.join(
                new byte[70_000],
                "IKCFG_ST".getBytes(US_ASCII),
                SyntheticArchives.gzip(text),
                "IKCFG_ED".getBytes(US_ASCII),
                new byte[9]));
    bytes.putInt(0x248, PAYLOAD);
    bytes.put(5 * 512 + PAYLOAD, packed);
    return this;
  }

  public byte[] bytes() {
    return bytes.array().clone();
  }
}
