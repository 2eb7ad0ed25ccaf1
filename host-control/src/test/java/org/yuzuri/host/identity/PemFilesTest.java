package org.yuzuri.host.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuzuri.host.portal.TestAuthority;

final class PemFilesTest {

  @TempDir Path directory;

  @Test
  void certificatesComeInOrderWhateverStandsBetweenThem() throws IOException {
    String first = Files.readString(new TestAuthority().writeRoot(directory));
    String second = Files.readString(new TestAuthority().writeRoot(directory));
    Path file = file("Root of the datacenter\n" + first + "\nthe old one:\n" + second);

    assertThat(PemFiles.certificates(file).stream().map(TestAuthority::pem))
        .containsExactly(first, second);
  }

  @Test
  void keyComesBackAsItWasWritten() throws IOException {
    Path key = directory.resolve("key");
    KeyAndRequest.ensure(key, directory.resolve("request"), "lender-agent");

    assertThat(PemFiles.encode("PRIVATE KEY", PemFiles.privateKey(key).getEncoded()))
        .isEqualTo(Files.readString(key))
        .startsWith("-----BEGIN PRIVATE KEY-----\n")
        .endsWith("-----END PRIVATE KEY-----\n");
  }

  @Test
  void whatHoldsNoneOrIsDamagedIsNamed() throws IOException {
    String key = PemFiles.encode("PRIVATE KEY", new byte[] {1, 2, 3});

    assertThatThrownBy(() -> PemFiles.certificates(file("no PEM at all")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("some.pem holds no certificate");
    assertThatThrownBy(() -> PemFiles.privateKey(file("")))
        .hasMessageContaining("some.pem holds no private key");
    assertThatThrownBy(() -> PemFiles.privateKey(file(key)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("some.pem is no PEM");
    assertThatThrownBy(
            () ->
                PemFiles.certificates(
                    file("-----BEGIN CERTIFICATE-----\n%%%\n-----END CERTIFICATE-----\n")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("some.pem is no PEM");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(directory.resolve("some.pem"), text);
  }
}
