package org.yuzuri.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Looks for a private key in files, in every shape in which it could have been written down. */
final class KeySearch {
  private static final int SCALAR_BYTES = 32; // of P-256, SEC 1 section 2.3.7

  private final List<byte[]> shapes;

  private KeySearch(List<byte[]> shapes) {
    this.shapes = shapes;
  }

  /**
   * For an EC P-256 key as {@code openssl ec -text} prints its secret: hexadecimal digits and
   * colons.
   */
  static KeySearch ofScalar(String digits) {
    String hex = digits.replaceAll("[^0-9a-fA-F]", "").toLowerCase(Locale.ROOT);
    if (hex.length() == 2 * SCALAR_BYTES + 2 && hex.startsWith("00")) {
      hex = hex.substring(2);
    }
    if (hex.length() != 2 * SCALAR_BYTES) {
      throw new AssertionError(
          "expected the 32 bytes of a P-256 key, got: " + digits.length() + " characters");
    }
    byte[] scalar = HexFormat.of().parseHex(hex);
    List<byte[]> shapes = new ArrayList<>();
    shapes.add(scalar);
    shapes.add(hex.getBytes(StandardCharsets.US_ASCII));
    shapes.add(hex.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII));
    for (int shift = 0; shift < 3; shift++) {
      String letters = base64Inside(scalar, shift);
      // A line break of PEM can cut one of them, not both.
      shapes.add(letters.substring(0, 16).getBytes(StandardCharsets.US_ASCII));
      shapes.add(letters.substring(20, 36).getBytes(StandardCharsets.US_ASCII));
    }
    return new KeySearch(shapes);
  }

  /**
   * The Base64 letters that depend on the key alone when it begins {@code shift} bytes after a
   * group.
   */
  private static String base64Inside(byte[] scalar, int shift) {
    byte[] shifted = new byte[shift + scalar.length];
    System.arraycopy(scalar, 0, shifted, shift, scalar.length);
    String letters = Base64.getEncoder().withoutPadding().encodeToString(shifted);
    return letters.substring(shift == 0 ? 0 : 4);
  }

  /** Files below these folders in which the key is. */
  List<Path> in(List<Path> folders) {
    List<Path> found = new ArrayList<>();
    for (Path folder : folders) {
      try (Stream<Path> files = Files.walk(folder)) {
        files.filter(Files::isRegularFile).filter(this::isIn).forEach(found::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return found;
  }

  boolean isIn(Path file) {
    return shapes.stream().anyMatch(shape -> ByteSearch.contains(file, shape));
  }
}
