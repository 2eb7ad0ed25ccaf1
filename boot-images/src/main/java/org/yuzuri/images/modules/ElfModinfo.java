package org.yuzuri.images.modules;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.yuzuri.images.archive.Lookalike;
import org.yuzuri.images.packing.DamagedException;

/**
 * What a kernel module says of itself in its ELF section {@code .modinfo}.
 *
 * <p>Source: System V ABI, "ELF Header", "Sections"; Linux include/linux/module.h ({@code
 * MODULE_INFO}, {@code MODULE_SOFTDEP}).
 */
record ElfModinfo(List<String> depends, List<String> softDepends, String vermagic) {
  private static final int HEADER_BYTES = 64;
  private static final int SECTION_BYTES = 64;
  private static final int LARGEST_MODINFO = 1 << 20;
  private static final int MOST_DEPENDS = 256;

  static ElfModinfo of(byte[] module) throws DamagedException {
    ByteBuffer elf = ByteBuffer.wrap(module).order(ByteOrder.LITTLE_ENDIAN);
    if (module.length < HEADER_BYTES || elf.getInt(0) != 0x464c457f || elf.get(4) != 2) {
      throw new DamagedException("no 64-bit ELF file but " + Lookalike.of(module));
    }
    long sections = elf.getLong(0x28);
    int sectionSize = elf.getShort(0x3a) & 0xffff;
    int count = elf.getShort(0x3c) & 0xffff;
    int names = elf.getShort(0x3e) & 0xffff;
    if (sectionSize < SECTION_BYTES
        || names >= count
        || !inside(sections, (long) sectionSize * count, module.length)) {
      throw new DamagedException("ELF section table lies outside the file");
    }
    int table = (int) sections;
    Section strings = Section.at(elf, table + names * sectionSize);
    for (int i = 0; i < count; i++) {
      Section section = Section.at(elf, table + i * sectionSize);
      if (section.isNamed(".modinfo", strings, module)) {
        return parse(section.text(module));
      }
    }
    throw new DamagedException("ELF file has no .modinfo section");
  }

  private static ElfModinfo parse(String modinfo) {
    List<String> depends = new ArrayList<>();
    List<String> soft = new ArrayList<>();
    String vermagic = "";
    for (String field : modinfo.split("\0", -1)) {
      if (field.startsWith("depends=")) {
        names(field.substring(8), ",").forEach(depends::add);
      } else if (field.startsWith("softdep=")) {
        names(field.substring(8), " ").filter(name -> !name.endsWith(":")).forEach(soft::add);
      } else if (field.startsWith("vermagic=")) {
        vermagic = field.substring(9).split(" ", 2)[0];
      }
    }
    return new ElfModinfo(bounded(depends), bounded(soft), vermagic);
  }

  private static Stream<String> names(String list, String separator) {
    return Stream.of(list.split(separator, -1))
        .filter(name -> !name.isBlank() && name.length() <= 64)
        .map(ModulePath::canonical);
  }

  private static List<String> bounded(List<String> names) {
    return List.copyOf(names.subList(0, Math.min(names.size(), MOST_DEPENDS)));
  }

  private static boolean inside(long at, long length, int size) {
    return at >= 0 && length >= 0 && at <= size - length;
  }

  private record Section(int nameAt, long at, long length) {
    static Section at(ByteBuffer elf, int header) {
      return new Section(
          elf.getInt(header), elf.getLong(header + 0x18), elf.getLong(header + 0x20));
    }

    boolean isNamed(String name, Section strings, byte[] module) {
      long from = strings.at + nameAt;
      return nameAt >= 0
          && strings.at >= 0
          && inside(from, name.length() + 1L, module.length)
          && new String(module, (int) from, name.length() + 1, ISO_8859_1).equals(name + "\0");
    }

    String text(byte[] module) throws DamagedException {
      if (length > LARGEST_MODINFO || !inside(at, length, module.length)) {
        throw new DamagedException("ELF section .modinfo lies outside the file");
      }
      return new String(module, (int) at, (int) length, ISO_8859_1);
    }
  }
}
