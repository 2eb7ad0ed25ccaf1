package org.yuzuri.lender.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.host.BackOff;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.value.Sha256;

/**
 * Reads one server's console on a thread of its own while its boot is served: opened again when the
 * session breaks, ended by {@link #close()} or when the boot's token has died. Safe for threads.
 */
final class ConsoleReader implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ConsoleReader.class);
  private static final int BUFFER_BYTES = 4096;
  private static final String SILENT = "nothing came";

  private final EnsureBoot boot;
  private final Supplier<Console> opening;
  private final SeenKeys keys;
  private final BackOff backOff;
  private final Duration longestSilence;
  private final Thread thread;
  private final CompletableFuture<Boolean> tokenDied = new CompletableFuture<>();
  private final CompletableFuture<Void> closing = tokenDied.thenRunAsync(this::close);
  private final CompletableFuture<Boolean> opened = new CompletableFuture<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private @Nullable Console console;

  /**
   * Makes a reader that does nothing before {@link #start}.
   *
   * @param opening see {@link ConsoleDrivers#open}
   * @param longestSilence after it a session is not believed and another is opened
   */
  ConsoleReader(
      EnsureBoot boot,
      Supplier<Console> opening,
      SeenKeys keys,
      BackOff backOff,
      Duration longestSilence) {
    this.boot = boot;
    this.opening = opening;
    this.keys = keys;
    this.backOff = backOff;
    this.longestSilence = longestSilence;
    this.thread = new Thread(this::readUntilClosed, "console-" + boot.fence().serverId());
    thread.setDaemon(true);
  }

  /** Begins to open the console. The clock tells how long the token still lives. */
  void start(Clock clock) {
    long life = Duration.between(clock.instant(), boot.tokenNotAfter()).toMillis();
    thread.start();
    tokenDied.completeOnTimeout(true, Math.max(0, life), TimeUnit.MILLISECONDS);
  }

  /** Whether a session for just this boot is open now. */
  synchronized boolean isOpenFor(EnsureBoot wanted) {
    return console != null && boot.equals(wanted);
  }

  /** Whether the server has shown this key. */
  boolean hasSeen(Sha256 key) {
    return keys.has(key);
  }

  /**
   * Waits until the console was opened for the first time.
   *
   * @throws ConsoleException it could not be opened, or took too long
   * @throws InterruptedException this thread was interrupted
   */
  void awaitOpened(Duration longest) throws InterruptedException {
    try {
      opened.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
      throw new ConsoleException(String.valueOf(cause.getMessage()), e);
    } catch (TimeoutException e) {
      throw new ConsoleException(
          "the console was not opened within " + longest.toSeconds() + " s", e);
    }
  }

  /** Ends the session, if one is open, and does not begin another. */
  @Override
  public void close() {
    closed.countDown();
    closing.cancel(false);
    tokenDied.cancel(false);
    opened.completeExceptionally(new ConsoleException("the console was closed", null));
    thread.interrupt();
    Console open = adopt(null);
    if (open != null) {
      open.close();
    }
  }

  private synchronized @Nullable Console adopt(@Nullable Console next) {
    Console before = console;
    console = next;
    return before;
  }

  private void readUntilClosed() {
    try {
      while (closed.getCount() > 0) {
        String problem = readOneSession();
        if (closed.getCount() > 0 && !problem.equals(SILENT)) {
          Duration wait = backOff.nextWait();
          log.warn("{} is opened again in {} ms: {}", name(), wait.toMillis(), problem);
          closed.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    log.info("{} is read no more", name());
  }

  // What is printed while a key cannot be reported is lost; the server prints it again.
  private String readOneSession() {
    try (Console session = opening.get();
        SilenceWatch watch = new SilenceWatch(session, longestSilence)) {
      adopt(session);
      opened.complete(true);
      log.debug("{} is read", name());
      read(session, watch);
      return watch.wasSilent() ? SILENT : "the session has ended";
    } catch (ConsoleException | IOException e) {
      opened.completeExceptionally(e);
      return String.valueOf(e.getMessage());
    } catch (UncheckedIOException e) {
      log.error("{}: keys cannot be reported; check the state directory", name(), e);
      return String.valueOf(e.getMessage());
    } finally {
      adopt(null);
    }
  }

  private void read(Console session, SilenceWatch watch) throws IOException {
    KeyLines lines = new KeyLines(keys::add);
    byte[] buffer = new byte[BUFFER_BYTES];
    while (closed.getCount() > 0) {
      int count = countOf(session, buffer, watch);
      if (count < 0) {
        return;
      }
      watch.heard();
      backOff.reset();
      lines.take(buffer, count);
    }
  }

  // How a closed session ends a read, in -1 or in a failure, is its driver's matter.
  private static int countOf(Console session, byte[] buffer, SilenceWatch watch)
      throws IOException {
    try {
      return session.output().read(buffer);
    } catch (IOException e) {
      if (watch.wasSilent()) {
        return -1;
      }
      throw e;
    }
  }

  private String name() {
    return "console of server=" + boot.fence().serverId() + " lease=" + boot.fence().leaseId();
  }
}
