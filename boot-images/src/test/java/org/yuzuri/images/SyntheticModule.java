package org.yuzuri.images;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** An ELF file with nothing but a section {@code .modinfo}. */
final class SyntheticModule {
  private static final String NAMES = "\0.modinfo\0.shstrtab\0";

  private SyntheticModule() {}

  /**
   * @param fields such as {@code depends=xfrm_algo}
   */
  static byte[] of(String... fields) {
    String modinfo = String.join("\0", fields) + "\0";
    int namesAt = 64;
    int modinfoAt = namesAt + NAMES.length();
    int tableAt = modinfoAt + modinfo.length();
    ByteBuffer elf = ByteBuffer.allocate(tableAt + 3 * 64).order(ByteOrder.LITTLE_ENDIAN);
    elf.putInt(0, 0x464c457f).put(4, (byte) 2);
    elf.putLong(0x28, tableAt);
    elf.putShort(0x3a, (short) 64).putShort(0x3c, (short) 3).putShort(0x3e, (short) 2);
    elf.put(namesAt, NAMES.getBytes(US_ASCII)).put(modinfoAt, modinfo.getBytes(US_ASCII));
    section(elf, tableAt + 64, 1, modinfoAt, modinfo.length());
    section(elf, tableAt + 128, 10, namesAt, NAMES.length());
    return elf.array();
  }

  private static void section(ByteBuffer elf, int header, int name, int at, int length) {
    elf.putInt(header, name).putLong(header + 0x18, at).putLong(header + 0x20, length);
  }
}
