package org.yuzuri.lender.traffic;

/**
 * A total of one direction, however often the kernel's counter begins again.
 *
 * @param total never smaller than before
 * @param seen of it, what the kernel's counter showed at the last look
 */
record Tally(Count total, Count seen) {

  static final Tally NONE = new Tally(Count.NONE, Count.NONE);

  /** With what the kernel's counter shows now. */
  Tally counted(Count shown) {
    return new Tally(total.plus(shown.since(seen)), shown);
  }

  /** The kernel's counter is gone, and its next one begins at nothing. */
  Tally begunAgain() {
    return new Tally(total, Count.NONE);
  }
}
