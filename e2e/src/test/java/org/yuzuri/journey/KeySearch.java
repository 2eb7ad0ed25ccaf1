package org.yuzuri.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks for a private key in files, in every shape in which it could have been written down. */
final class KeySearch {
  private static final int SCALAR_BYTES = 32; // of P-256, SEC 1 section 2.3.7
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN (?:EC )?PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END");

  private final List<byte[]> shapes;

  private KeySearch(List<byte[]> shapes) {
    this.shapes = shapes;
  }

  /** One search for each P-256 private key in PEM, in SEC 1 or PKCS #8 form. */
  static List<KeySearch> inPem(String text) {
    List<KeySearch> keys = new ArrayList<>();
    Matcher blocks = PEM.matcher(text);
    while (blocks.find()) {
      keys.add(ofDer(Base64.getMimeDecoder().decode(blocks.group(1))));
    }
    return keys;
  }

  /** The key of an ECPrivateKey (RFC 5915): version 1, then an octet string of 32 bytes. */
  static KeySearch ofDer(byte[] der) {
    byte[] before = {0x02, 0x01, 0x01, 0x04, SCALAR_BYTES};
    int at = ByteSearch.indexOf(der, der.length, before);
    if (at < 0) {
      throw new AssertionError("no P-256 private key in " + der.length + " bytes of DER");
    }
    return ofScalar(Arrays.copyOfRange(der, at + before.length, at + before.length + SCALAR_BYTES));
  }

  /** For a key's secret number, 32 bytes. */
  static KeySearch ofScalar(byte[] scalar) {
    String hex = HexFormat.of().formatHex(scalar);
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
