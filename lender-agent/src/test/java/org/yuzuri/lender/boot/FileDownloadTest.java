package org.yuzuri.lender.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuzuri.host.command.DeadlinePassedException;
import org.yuzuri.host.portal.PortalUnavailableException;
import org.yuzuri.wire.boot.FileRef;
import org.yuzuri.wire.value.Sha256;

class FileDownloadTest {

  private static final Duration LONG = Duration.ofMinutes(1);
  private static final FileRef FILE = new FileRef(Sha256.ofBytes(new byte[1]), 1);
  private static final Patience ENDLESS = () -> {};

  @TempDir Path directory;

  private final Semaphore asked = new Semaphore(0);
  private final CountDownLatch sent = new CountDownLatch(1);

  @Test
  void thirdFileWaitsUntilAnotherIsThereAsLongAsItIsWanted() throws Exception {
    FileDownload download = new FileDownload((sha256, at) -> answerLater(), LONG, wait -> {});
    CompletableFuture<Void> first = begin(download, "first");
    CompletableFuture<Void> second = begin(download, "second");
    assertThat(asked.tryAcquire(2, 10, TimeUnit.SECONDS)).isTrue();

    assertThatThrownBy(
            () ->
                download.complete(
                    FILE,
                    directory.resolve("third"),
                    () -> {
                      throw new DeadlinePassedException("a file");
                    }))
        .isInstanceOf(DeadlinePassedException.class);
    assertThat(asked.availablePermits()).isZero();

    sent.countDown();
    CompletableFuture.allOf(first, second, begin(download, "third")).get(10, TimeUnit.SECONDS);
    assertThat(directory.resolve("third")).hasSize(1);
  }

  @Test
  void portalThatIsBusyIsAskedAgainWhenItSays() {
    List<Duration> waits = new ArrayList<>();
    FileDownload download =
        new FileDownload(
            (sha256, at) -> {
              if (waits.isEmpty()) {
                throw new PortalUnavailableException("busy", null, Duration.ofSeconds(5));
              }
              return new ByteArrayInputStream(new byte[1]);
            },
            LONG,
            waits::add);

    download.complete(FILE, directory.resolve("file"), ENDLESS);

    assertThat(waits).containsExactly(Duration.ofSeconds(5));
    assertThat(directory.resolve("file")).hasSize(1);
  }

  private CompletableFuture<Void> begin(FileDownload download, String name) {
    return CompletableFuture.runAsync(
        () -> download.complete(FILE, directory.resolve(name), ENDLESS),
        task -> new Thread(task).start());
  }

  private InputStream answerLater() {
    asked.release();
    return new ByteArrayInputStream(new byte[1]) {
      @Override
      public int read(byte[] into) throws IOException {
        try {
          sent.await();
        } catch (InterruptedException e) {
          throw new IOException("interrupted", e);
        }
        return super.read(into);
      }
    };
  }
}
