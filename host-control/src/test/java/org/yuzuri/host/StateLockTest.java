package org.yuzuri.host;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StateLockTest {

  @TempDir Path directory;

  @Test
  void directoryIsHeldOnce() {
    StateLock.hold(directory);

    assertThatThrownBy(() -> StateLock.hold(directory))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("lock is held");
  }
}
