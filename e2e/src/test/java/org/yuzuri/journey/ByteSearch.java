package org.yuzuri.journey;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks for bytes in a file of any size. */
final class ByteSearch {
  private static final int BLOCK = 1 << 20;

  private ByteSearch() {}

  static boolean contains(Path file, byte[] wanted) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] window = new byte[BLOCK + wanted.length];
      int kept = 0;
      int read = in.readNBytes(window, kept, BLOCK);
      while (read > 0) {
        int length = kept + read;
        if (indexOf(window, length, wanted) >= 0) {
          return true;
        }
        kept = Math.min(wanted.length - 1, length);
        System.arraycopy(window, length - kept, window, 0, kept);
        read = in.readNBytes(window, kept, BLOCK);
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  static int indexOf(byte[] text, int length, byte[] wanted) {
    for (int start = 0; start <= length - wanted.length; start++) {
      int matched = 0;
      while (matched < wanted.length && text[start + matched] == wanted[matched]) {
        matched++;
      }
      if (matched == wanted.length) {
        return start;
      }
    }
    return -1;
  }
}
