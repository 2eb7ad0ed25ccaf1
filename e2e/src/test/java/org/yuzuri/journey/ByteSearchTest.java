package org.yuzuri.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The searches that prove absence must find what is there. */
class ByteSearchTest {
  private static final byte[] KEY = HexFormat.of().parseHex("a1b2c3d4e5f60718".repeat(4));

  @TempDir Path folder;

  @Test
  void bytesAcrossABlockBoundaryAreFound() throws IOException {
    byte[] content = new byte[(1 << 20) + 100];
    byte[] wanted = "marker".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(wanted, 0, content, (1 << 20) - 3, wanted.length);
    Path file = Files.write(folder.resolve("disk"), content);

    assertThat(ByteSearch.contains(file, wanted)).isTrue();
    assertThat(ByteSearch.contains(file, "absent".getBytes(StandardCharsets.US_ASCII))).isFalse();
  }

  @Test
  void keysAreFoundRawInHexadecimalAndAtEveryPlaceOfBase64() throws IOException {
    Files.write(folder.resolve("raw"), KEY);
    Files.writeString(folder.resolve("hex"), HexFormat.of().formatHex(KEY));
    Files.writeString(folder.resolve("HEX"), HexFormat.of().withUpperCase().formatHex(KEY));
    for (int shift = 0; shift < 4; shift++) {
      byte[] shifted = new byte[shift + KEY.length + 9];
      System.arraycopy(KEY, 0, shifted, shift, KEY.length);
      Files.writeString(
          folder.resolve("base64-" + shift), Base64.getMimeEncoder().encodeToString(shifted));
    }
    Files.writeString(folder.resolve("innocent"), "-----BEGIN PRIVATE KEY-----");

    assertThat(KeySearch.ofScalar(KEY).in(List.of(folder)))
        .hasSize(7)
        .noneMatch(file -> file.endsWith("innocent"));
  }

  @Test
  void keysAreTakenFromPem() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    ECPrivateKey key = (ECPrivateKey) generator.generateKeyPair().getPrivate();
    String pem =
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
            + "\n-----END PRIVATE KEY-----\n";
    Files.writeString(folder.resolve("copy.pem"), pem);

    List<KeySearch> keys = KeySearch.inPem("Bag\n" + pem);

    assertThat(keys).hasSize(1);
    assertThat(keys.get(0).in(List.of(folder))).containsExactly(folder.resolve("copy.pem"));
  }
}
