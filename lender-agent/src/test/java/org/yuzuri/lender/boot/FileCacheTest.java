package org.yuzuri.lender.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuzuri.host.command.CommandFailedException;
import org.yuzuri.host.command.DeadlinePassedException;
import org.yuzuri.lender.boot.ScriptedFiles.Fault;
import org.yuzuri.wire.boot.FileRef;
import org.yuzuri.wire.value.Sha256;

final class FileCacheTest {

  private static final Patience ENDLESS = () -> {};

  @TempDir Path directory;

  private final ScriptedFiles portal = new ScriptedFiles();
  private final List<Sha256> inUse = new ArrayList<>();

  @Test
  void fileIsFetchedOnceAlsoOverRestarts() {
    FileRef file = portal.add(300_000, 1);

    cache(1 << 20).ensure(file, ENDLESS);
    cache(1 << 20).ensure(file, ENDLESS);

    assertThat(cache(1 << 20).path(file.sha256())).hasBinaryContent(portal.bytes(file));
    assertThat(portal.offsets).containsExactly(0L);
  }

  @Test
  void brokenDownloadGoesOnWhereItBroke() {
    FileRef file = portal.add(300_000, 1);
    portal.fault(Fault.AWAY, Fault.BREAKS_HALFWAY);

    FileCache cache = cache(1 << 20);
    cache.ensure(file, ENDLESS);

    assertThat(cache.path(file.sha256())).hasBinaryContent(portal.bytes(file));
    assertThat(portal.offsets).containsExactly(0L, 0L, 150_000L);
  }

  @Test
  void downloadThatStallsIsBrokenOffAndGoneOnWith() {
    FileRef file = portal.add(300_000, 1);
    portal.fault(Fault.STALLS_HALFWAY);

    FileCache cache = cache(1 << 20);
    cache.ensure(file, ENDLESS);

    assertThat(cache.path(file.sha256())).hasBinaryContent(portal.bytes(file));
    assertThat(portal.offsets).containsExactly(0L, 150_000L);
  }

  @Test
  void fileWithAnotherHashIsThrownAway() {
    FileRef file = portal.add(1000, 1);
    portal.fault(Fault.WRONG_BYTES);
    FileCache cache = cache(1 << 20);

    assertThatThrownBy(() -> cache.ensure(file, ENDLESS))
        .isInstanceOf(CommandFailedException.class)
        .hasMessageContaining(file.sha256().hex());
    assertThat(directory).isEmptyDirectory();
    cache.ensure(file, ENDLESS);
    assertThat(cache.path(file.sha256())).hasBinaryContent(portal.bytes(file));
  }

  @Test
  void fileThatWasDamagedInTheCacheIsFetchedAgain() throws IOException {
    FileRef file = portal.add(1000, 1);
    cache(1 << 20).ensure(file, ENDLESS);
    Path path = cache(1 << 20).path(file.sha256());
    Files.write(path, new byte[1000]);

    cache(1 << 20).ensure(file, ENDLESS);

    assertThat(path).hasBinaryContent(portal.bytes(file));
  }

  @Test
  void fileThatThePortalDoesNotHaveIsAFailure() {
    FileRef file = new FileRef(new Sha256("c".repeat(64)), 5);
    FileCache cache = cache(1 << 20);

    assertThatThrownBy(() -> cache.ensure(file, ENDLESS))
        .isInstanceOf(CommandFailedException.class)
        .hasMessageContaining("404");
  }

  @Test
  void portalThatStaysAwayUntilTheDeadlineExpiresTheCommand() {
    Patience impatient =
        () -> {
          throw new DeadlinePassedException("a file");
        };
    FileRef file = portal.add(1000, 1);
    portal.fault(Fault.AWAY);
    FileCache cache = cache(1 << 20);

    assertThatThrownBy(() -> cache.ensure(file, impatient))
        .isInstanceOf(DeadlinePassedException.class);
  }

  @Test
  void oldestUnusedFileMakesRoom() throws IOException {
    FileCache cache = cache(2500);
    FileRef used = portal.add(1000, 1);
    FileRef old = portal.add(1000, 2);
    inUse.add(used.sha256());
    cache.ensure(used, ENDLESS);
    cache.ensure(old, ENDLESS);

    FileRef next = portal.add(1000, 3);
    cache.ensure(next, ENDLESS);

    assertThat(cache.path(used.sha256())).exists();
    assertThat(cache.path(old.sha256())).doesNotExist();
    assertThat(cache.path(next.sha256())).exists();
  }

  private FileCache cache(long mostBytes) {
    return new FileCache(
        directory,
        new FileDownload(portal, Duration.ofMillis(200), wait -> {}),
        new CacheRoom(mostBytes, () -> inUse));
  }
}
