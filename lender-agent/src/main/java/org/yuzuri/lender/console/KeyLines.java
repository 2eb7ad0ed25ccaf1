package org.yuzuri.lender.console;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yuzuri.wire.value.Sha256;

/**
 * Finds keys in what a server prints: {@code YUZURI-KEY sha256:} and 64 lower-case hexadecimal
 * digits, alone on a line that ends with CR or LF. Everything else may be anything, of any length:
 * one line's beginning is kept and no more. What stands before the first end of a line is not
 * looked at, for its beginning was not seen. Not safe for threads.
 */
final class KeyLines {

  private static final Pattern LINE = Pattern.compile("YUZURI-KEY sha256:([0-9a-f]{64})");
  private static final int LENGTH = "YUZURI-KEY sha256:".length() + 64;

  private final byte[] line = new byte[LENGTH];
  private final Consumer<Sha256> found;
  private int length;
  private boolean hopeless = true;

  /** Gives each key that is found, also one that was found before. */
  KeyLines(Consumer<Sha256> found) {
    this.found = found;
  }

  /** Looks at the first so many bytes of the buffer, which follow those of the call before. */
  void take(byte[] buffer, int count) {
    for (int n = 0; n < count; n++) {
      take(buffer[n]);
    }
  }

  // Some BMCs fill with NUL; a line may end with any number of CR and LF.
  private void take(byte next) {
    if (next == '\r' || next == '\n') {
      endLine();
    } else if (next != 0 && !hopeless) {
      if (length == LENGTH) {
        hopeless = true;
      } else {
        line[length++] = next;
      }
    }
  }

  private void endLine() {
    if (!hopeless && length == LENGTH) {
      Matcher key = LINE.matcher(new String(line, StandardCharsets.ISO_8859_1));
      if (key.matches()) {
        found.accept(Sha256.of(key.group(1)));
      }
    }
    length = 0;
    hopeless = false;
  }
}
