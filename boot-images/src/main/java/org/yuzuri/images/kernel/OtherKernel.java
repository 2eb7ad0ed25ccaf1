package org.yuzuri.images.kernel;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.yuzuri.images.finding.BootImageCode;
import org.yuzuri.images.finding.Finding;

/**
 * Kernels in other shapes than the one that is taken, and what to upload instead.
 *
 * <p>Source: Linux Documentation/arch/arm64/booting.rst, arch/riscv/boot-image-header.rst,
 * arch/arm/boot/compressed/head.S, drivers/firmware/efi/libstub/zboot-header.S; The UAPI Group,
 * "Unified Kernel Image"; Microsoft PE Format.
 */
final class OtherKernel {
  private static final int PE_POINTER = 0x3c;
  private static final int PE_HEADER_BYTES = 24;
  private static final int SECTION_BYTES = 40;
  private static final int MOST_SECTIONS = 96;

  private OtherKernel() {}

  /** What is found in a file that is no bzImage; empty when it is no kernel at all. */
  static Optional<Finding> of(byte[] head) {
    if (begins(head, 4, "zimg") && begins(head, 0, "MZ")) {
      return Optional.of(Finding.of(BootImageCode.EFI_ZBOOT_IMAGE, name(head, 0x18, 32)));
    }
    if (begins(head, 0x38, "ARMd")) {
      return Optional.of(Finding.of(BootImageCode.KERNEL_FOR_OTHER_PROCESSORS, "arm64"));
    }
    if (begins(head, 0x38, "RSC\u0005")) {
      return Optional.of(Finding.of(BootImageCode.KERNEL_FOR_OTHER_PROCESSORS, "riscv64"));
    }
    if (begins(head, 0x24, "\u0018(o\u0001")) {
      return Optional.of(Finding.of(BootImageCode.KERNEL_FOR_OTHER_PROCESSORS, "arm"));
    }
    return hasSection(head, ".linux")
        ? Optional.of(Finding.of(BootImageCode.UNIFIED_KERNEL_IMAGE))
        : Optional.empty();
  }

  private static boolean hasSection(byte[] head, String wanted) {
    ByteBuffer pe = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
    if (!begins(head, 0, "MZ") || head.length < PE_POINTER + 4) {
      return false;
    }
    long at = pe.getInt(PE_POINTER) & 0xffffffffL;
    if (at + PE_HEADER_BYTES > head.length || !begins(head, at, "PE\0\0")) {
      return false;
    }
    int sections = Math.min(pe.getShort((int) at + 6) & 0xffff, MOST_SECTIONS);
    long table = at + PE_HEADER_BYTES + (pe.getShort((int) at + 20) & 0xffff);
    for (int i = 0; i < sections; i++) {
      if (begins(head, table + (long) i * SECTION_BYTES, wanted + "\0")) {
        return true;
      }
    }
    return false;
  }

  private static String name(byte[] head, int at, int length) {
    int end = at;
    while (end < head.length && end < at + length && head[end] != 0) {
      end++;
    }
    return new String(head, at, Math.max(0, end - at), ISO_8859_1);
  }

  private static boolean begins(byte[] head, long at, String magic) {
    return head.length >= at + magic.length()
        && new String(head, (int) at, magic.length(), ISO_8859_1).equals(magic);
  }
}
