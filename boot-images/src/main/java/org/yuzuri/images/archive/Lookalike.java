package org.yuzuri.images.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.HexFormat;
import org.yuzuri.images.packing.Packing;

/** Names what a file looks like when it is not what was expected. */
public final class Lookalike {
  private static final int SHOWN_BYTES = 8;
  private static final int TEXT_BYTES = 512;

  private Lookalike() {}

  /** What bytes seem to begin; never empty. */
  public static String of(byte[] head) {
    if (head.length == 0) {
      return "empty file";
    }
    if (begins(head, 0, "\u007fELF")) {
      return "ELF file";
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
    if (CpioFiles.begins(head)) {
      return "cpio archive";
    }
    if (begins(head, 0, "PK\u0003\u0004")) {
      return "zip archive";
    }
    if (begins(head, 0, "hsqs")) {
      return "squashfs image";
    }
    if (head.length > 3 && (head[0] & 0xf0) == 0x50 && begins(head, 1, "*M\u0018")) {
      return "skippable zstd frame, as pzstd writes";
    }
    return Packing.of(head).map(packing -> packing + " data").orElseGet(() -> unknown(head));
  }

  private static String unknown(byte[] head) {
    int seen = Math.min(head.length, TEXT_BYTES);
    for (int i = 0; i < seen; i++) {
      boolean printable = head[i] >= ' ' && head[i] < 0x7f;
      if (!printable && head[i] != '\n' && head[i] != '\r' && head[i] != '\t') {
        return firstBytes(head);
      }
    }
    return "text file";
  }

  private static String firstBytes(byte[] head) {
    return HexFormat.ofDelimiter(" ").formatHex(head, 0, Math.min(head.length, SHOWN_BYTES));
  }

  private static boolean begins(byte[] head, int at, String magic) {
    return head.length >= at + magic.length()
        && new String(head, at, magic.length(), ISO_8859_1).equals(magic);
  }
}
