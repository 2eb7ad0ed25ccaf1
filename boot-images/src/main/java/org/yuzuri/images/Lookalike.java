package org.yuzuri.images;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.HexFormat;
import org.yuzuri.images.cpio.NewcReader;
import org.yuzuri.images.packing.Packing;

/** Names what a file looks like when it is not what was expected. */
final class Lookalike {
  private static final int SHOWN_BYTES = 8;

  private Lookalike() {}

  static String of(byte[] head) {
    if (head.length == 0) {
      return "empty file";
    }
    if (begins(head, 0, "\u007fELF")) {
      return "ELF file";
    }
    if (begins(head, 0x38, "ARMd")) {
      return "arm64 kernel";
    }
    if (begins(head, 0x8001, "CD001")) {
      return "ISO 9660 image";
    }
    if (begins(head, 0, "MZ")) {
      return "EFI program";
    }
    if (begins(head, 0, "!<arch>\n")) {
      return "Debian package";
    }
    if (begins(head, 0, "\u00ed\u00ab\u00ee\u00db")) {
      return "RPM package";
    }
    if (begins(head, 257, "ustar")) {
      return "tar archive";
    }
    if (NewcReader.begins(head)) {
      return "cpio archive";
    }
    return Packing.of(head).map(packing -> packing + " data").orElseGet(() -> firstBytes(head));
  }

  static String firstBytes(byte[] head) {
    return HexFormat.ofDelimiter(" ").formatHex(head, 0, Math.min(head.length, SHOWN_BYTES));
  }

  private static boolean begins(byte[] head, int at, String magic) {
    return head.length >= at + magic.length()
        && new String(head, at, magic.length(), ISO_8859_1).equals(magic);
  }
}
