package org.yuzuri.settings.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.yuzuri.settings.release.Dialect;

/** Texts from files. */
final class Texts {

  private static final int MOST_BYTES = 64 * 1024 * 1024;
  private static final int GUESS_CHARS = 65_536;

  /** Owner, question, type: {@code d-i debian-installer/locale string …}. */
  private static final Pattern PRESEED_LINE =
      Pattern.compile(
          "[a-z0-9.+-]+\\s+[a-z0-9.+-]+/\\S+\\s+(string|boolean|select|multiselect|note|password|text|seen|error|title)(\\s.*)?");

  private Texts() {}

  /** The text of a file, or of standard input for {@code -}. */
  static String read(String file) throws UnusableException {
    byte[] bytes = bytes(file);
    if (bytes.length > MOST_BYTES) {
      throw new UnusableException(file + " is larger than " + MOST_BYTES + " bytes");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new UnusableException(file + " is not UTF-8 text");
    }
  }

  private static byte[] bytes(String file) throws UnusableException {
    try (InputStream in = file.equals("-") ? System.in : Files.newInputStream(Path.of(file))) {
      return in.readNBytes(MOST_BYTES + 1);
    } catch (NoSuchFileException e) {
      throw new UnusableException("there is no file " + file);
    } catch (AccessDeniedException e) {
      throw new UnusableException(file + " may not be read");
    } catch (InvalidPathException e) {
      throw new UnusableException("\"" + file + "\" is no name of a file: " + e.getReason());
    } catch (FileSystemException e) {
      throw new UnusableException(file + " cannot be read: " + e.getReason());
    } catch (IOException e) {
      throw new UnusableException(file + " cannot be read: " + e.getMessage());
    }
  }

  /** What a text looks like: preseed when its first settings are. */
  static Dialect guess(String text) {
    String head = text.substring(0, Math.min(text.length(), GUESS_CHARS));
    // A byte order mark says nothing about the language.
    for (String line : head.replaceFirst("^\ufeff", "").split("\n", -1)) {
      String stripped = line.strip();
      if (!stripped.isEmpty() && !stripped.startsWith("#")) {
        return PRESEED_LINE.matcher(stripped).matches() ? Dialect.PRESEED : Dialect.KICKSTART;
      }
    }
    return Dialect.KICKSTART;
  }
}
