package org.yuzuri.images;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;

/** An ELF file with nothing but a section {@code .modinfo}. */
public final class SyntheticModule {
  private static final String NAMES = "\0.modinfo\0.shstrtab\0";

  private SyntheticModule() {}

  /**
   * One with these fields.
   *
   * @param fields such as {@code depends=xfrm_algo}
   */
  public static byte[] of(String... fields) {
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

  /** Three modules and one built in, below a directory, as a kernel's package has them. */
  public static Map<String, byte[]> tree(String above) throws IOException {
    String root = above + SyntheticKernel.VERSION + "/";
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(root + "kernel/net/ipv4/esp4.ko", module("esp4", "xfrm_algo,authenc,cbc"));
    files.put(root + "kernel/net/xfrm/xfrm_algo.ko.xz", SyntheticArchives.xz(of("name=xfrm_algo")));
    files.put(root + "kernel/crypto/authenc.ko", module("authenc", ""));
    files.put(root + "kernel/drivers/net/virtio_net.ko", module("virtio_net", "esp4"));
    files.put(root + "modules.builtin", "kernel/crypto/cbc.ko\n".getBytes(US_ASCII));
    files.put(root + "modules.order", "kernel/net/ipv4/esp4.ko\n".getBytes(US_ASCII));
    files.put(root + "modules.dep", new byte[5]);
    files.put("./usr/share/doc/" + "long/".repeat(30) + "copyright", new byte[700]);
    return files;
  }

  private static byte[] module(String name, String depends) {
    return of(
        "license=GPL",
        "depends=" + depends,
        "name=" + name,
        "vermagic=" + SyntheticKernel.VERSION + " SMP");
  }

  private static void section(ByteBuffer elf, int header, int name, int at, int length) {
    elf.putInt(header, name).putLong(header + 0x18, at).putLong(header + 0x20, length);
  }
}
