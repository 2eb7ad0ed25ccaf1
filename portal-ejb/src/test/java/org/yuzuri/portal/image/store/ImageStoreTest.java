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
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
  private static final Duration DAY = Duration.ofHours(24);

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
    StoredFile stored = store.receive("vmlinuz", bytes("kernel"), any -> {});

    assertThat(stored).isEqualTo(new StoredFile(Sha256.ofText("kernel").hex(), 6));
    assertThat(store.file(stored.sha256())).hasContent("kernel");
  }

  @Test
  void theSameContentIsStoredOnce() throws IOException {
    store.receive("one", bytes("kernel"), any -> {});
    store.receive("../../two", bytes("kernel"), any -> {});

    assertThat(files()).hasSize(1);
  }

  @Test
  void fileThatNothingWantsForADayIsRemovedAndOthersStay() throws IOException {
    StoredFile wanted = store.receive("wanted", bytes("wanted"), any -> {});
    StoredFile unwanted = store.receive("unwanted", bytes("unwanted"), any -> {});
    Instant noted = Instant.now().plus(Duration.ofDays(400)); // long after both came
    assertThat(sweep(noted, wanted)).isZero();

    assertThat(sweep(noted.plus(DAY).minusSeconds(1), wanted)).isZero();
    assertThat(store.file(unwanted.sha256())).hasContent("unwanted");
    assertThat(sweep(noted.plus(DAY), wanted)).isOne();

    assertThat(store.file(wanted.sha256())).hasContent("wanted");
    assertThatThrownBy(() -> store.file(unwanted.sha256())).hasMessageContaining("NOT_FOUND");
    assertThat(files()).hasSize(1);
  }

  @Test
  void fileThatIsWantedAgainOrComesAgainIsUnwantedFromThenOnOnly() throws IOException {
    StoredFile file = store.receive("file", bytes("file"), any -> {});
    Instant noted = Instant.now().plus(Duration.ofDays(400));
    sweep(noted);
    sweep(noted.plusSeconds(60), file);
    assertThat(sweep(noted.plus(DAY))).isZero();

    Instant again = noted.plus(DAY).plusSeconds(60);
    Files.setLastModifiedTime(store.file(file.sha256()), FileTime.from(again));
    assertThat(sweep(noted.plus(DAY.multipliedBy(2)))).isZero();
    assertThat(sweep(noted.plus(DAY.multipliedBy(3)))).isOne();
  }

  @Test
  void whatABrokenUploadLeftIsRemovedAfterADayAndOneUnderWayIsNot() throws IOException {
    Path arriving = Files.createDirectories(directory.resolve("arriving"));
    Path left = Files.createFile(arriving.resolve("file1"));
    Instant now = Files.getLastModifiedTime(left).toInstant();

    assertThat(sweep(now.plus(DAY).minusSeconds(1))).isZero();
    assertThat(sweep(now.plus(DAY))).isOne();
    assertThat(left).doesNotExist();
  }

  private int sweep(Instant now, StoredFile... wanted) throws IOException {
    Set<String> hashes = Stream.of(wanted).map(StoredFile::sha256).collect(Collectors.toSet());
    return store.sweep(() -> hashes, now);
  }

  @Test
  void anEmptyFileIsRefusedAndLeavesNothing() throws IOException {
    assertThatThrownBy(() -> store.receive("vmlinuz", bytes(""), any -> {}))
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
            () ->
                store.receive("vmlinuz", new SequenceInputStream(bytes("half"), broken), any -> {}))
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

    assertThatThrownBy(() -> store.receive("vmlinuz", bytes("kernel"), any -> {}))
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
