package org.yuzuri.portal.platform.pdf;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.yuzuri.portal.platform.ProblemException;

/**
 * How many files a node makes at once: each takes memory that grows with its pages and a processor.
 * Who finds no place waits a moment, in the order of arrival. For all threads.
 */
final class PdfPlaces {

  private final int places;
  private final Duration longestWait;
  private final Semaphore free;

  PdfPlaces(int places, Duration longestWait) {
    this.places = places;
    this.longestWait = longestWait;
    this.free = new Semaphore(places, true);
  }

  /**
   * Makes something.
   *
   * @throws ProblemException PDFS_BUSY: no place was free in time; nothing was made
   */
  <T> T make(Supplier<T> work) {
    if (!isMine()) {
      throw new ProblemException(PdfProblem.PDFS_BUSY, "pdf", places, "at most so many at once");
    }
    try {
      return work.get();
    } finally {
      free.release();
    }
  }

  private boolean isMine() {
    try {
      return free.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
