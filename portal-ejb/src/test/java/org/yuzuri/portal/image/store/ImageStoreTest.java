package org.yuzuri.portal.image.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuzuri.portal.image.StoredFile;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.wire.value.Sha256;

class ImageStoreTest {

  private static final String PROPERTY = "yuzuri.image.directory";

  @TempDir Path directory;
  private final ImageStore store = new ImageStore();

  @BeforeEach
  void nameTheDirectory() {
    System.setProperty(PROPERTY, directory.toString());
  }

  @AfterEach
  void forgetTheDirectory() {
    System.clearProperty(PROPERTY);
  }

  @Test
  void aFileIsFoundUnderTheHashOfItsContent() throws IOException {
    StoredFile stored = store.receive("vmlinuz", bytes("kernel"));

    assertThat(stored).isEqualTo(new StoredFile(Sha256.ofText("kernel").hex(), 6));
    assertThat(store.file(stored.sha256())).hasContent("kernel");
  }

  @Test
  void theSameContentIsStoredOnce() throws IOException {
    store.receive("one", bytes("kernel"));
    store.receive("../../two", bytes("kernel"));

    assertThat(files()).hasSize(1);
  }

  @Test
  void anEmptyFileIsRefusedAndLeavesNothing() throws IOException {
    assertThatThrownBy(() -> store.receive("vmlinuz", bytes("")))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("vmlinuz");
    assertThat(files()).isEmpty();
  }

  @Test
  void anUploadThatBreaksOffLeavesNothing() throws IOException {
    InputStream broken =
        new FilterInputStream(bytes("")) {
          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            throw new IOException("connection reset");
          }
        };

    assertThatThrownBy(
            () -> store.receive("vmlinuz", new SequenceInputStream(bytes("half"), broken)))
        .hasMessage("connection reset");
    assertThat(files()).isEmpty();
  }

  @Test
  void whatThePortalMakesIsStoredLikeAnUpload() throws IOException {
    StoredFile made = store.make(out -> out.write("modules".getBytes(UTF_8)));

    assertThat(store.file(made.sha256())).hasContent("modules");
    assertThat(files()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../etc/passwd", "", "ab", "ABCD", "/etc/passwd"})
  void aNameThatIsNoHashIsNotLookedFor(String name) {
    assertThatThrownBy(() -> store.file(name))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("NOT_FOUND");
  }

  @Test
  void withoutADirectoryTheSettingIsNamed() {
    System.clearProperty(PROPERTY);

    assertThatThrownBy(() -> store.receive("vmlinuz", bytes("kernel")))
        .hasMessageContaining(PROPERTY);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }
}
