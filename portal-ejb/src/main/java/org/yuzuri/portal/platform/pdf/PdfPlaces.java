package org.yuzuri.portal.platform.pdf;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.yuzuri.portal.platform.ProblemException;

/**
 * How many files a node makes at once: each takes memory that grows with its pages and a processor.
 * Who finds no place waits a moment, in the order of arrival, unless several do already: nobody has
 * to wait who would hardly get one. For all threads.
 */
final class PdfPlaces {

  private final int places;
  private final Duration longestWait;
  private final Semaphore free;
  private final Semaphore admitted;

  /**
   * @param waiting how many may wait for a place at once
   */
  PdfPlaces(int places, int waiting, Duration longestWait) {
    this.places = places;
    this.longestWait = longestWait;
    this.free = new Semaphore(places, true);
    this.admitted = new Semaphore(places + waiting, true);
  }

  /**
   * Makes something.
   *
   * @throws ProblemException PDFS_BUSY: no place was free in time, or too many wait for one;
   *     nothing was made
   */
  <T> T make(Supplier<T> work) {
    if (!admitted.tryAcquire()) {
      throw busy();
    }
    try {
      return makeInTurn(work);
    } finally {
      admitted.release();
    }
  }

  private <T> T makeInTurn(Supplier<T> work) {
    if (!isMine()) {
      throw busy();
    }
    try {
      return work.get();
    } finally {
      free.release();
    }
  }

  private ProblemException busy() {
    return new ProblemException(PdfProblem.PDFS_BUSY, "pdf", places, "at most so many at once");
  }

  /** How many wait for a place now. */
  int countWaiting() {
    return free.getQueueLength();
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
