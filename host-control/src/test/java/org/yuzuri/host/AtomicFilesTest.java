package org.yuzuri.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AtomicFilesTest {

  @TempDir Path directory;

  @Test
  void replacingLeavesOnlyTheNewContent() throws IOException {
    Path file = directory.resolve("a.conf");

    AtomicFiles.replace(file, "old and longer");
    AtomicFiles.replace(file, "new");

    assertThat(file).hasContent("new");
    assertThat(directory).isDirectoryContaining(path -> path.equals(file));
    try (var names = Files.list(directory)) {
      assertThat(names).containsExactly(file);
    }
  }

  @Test
  void privateFileIsForItsOwnerOnly() throws IOException {
    Path file = directory.resolve("key");

    AtomicFiles.replacePrivate(file, "secret");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void failureNamesTheFileAndLeavesNothing() throws IOException {
    Path file = Files.createDirectories(directory.resolve("is-a-directory/x")).getParent();

    assertThatThrownBy(() -> AtomicFiles.replace(file, "x"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("is-a-directory");
    try (var names = Files.list(directory)) {
      assertThat(names).containsExactly(file);
    }
  }

  @Test
  void deletingTwiceIsHarmless() {
    Path file = directory.resolve("a");
    AtomicFiles.replace(file, "x");

    assertThat(AtomicFiles.delete(file)).isTrue();
    assertThat(AtomicFiles.delete(file)).isFalse();
  }
}
