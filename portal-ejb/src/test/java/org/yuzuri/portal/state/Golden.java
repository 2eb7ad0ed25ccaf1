package org.yuzuri.portal.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares a text with a committed file; {@code -Dgolden=write} writes the file instead. */
public final class Golden {

  /** The committed file, seen from the module's directory. */
  public static void assertSame(Path file, String text) {
    try {
      if ("write".equals(System.getProperty("golden"))) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
      }
      assertThat(text)
          .as("%s (write it by -Dgolden=write)", file)
          .isEqualTo(Files.readString(file));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private Golden() {}
}
