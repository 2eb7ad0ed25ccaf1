package org.yuzuri.portal.web.access.request;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.xnio.conduits.AbstractStreamSinkConduit;
import org.xnio.conduits.StreamSinkConduit;

/** Asks, before a thread waits for the reader of an answer for the first time. */
final class AwaitedAnswer extends AbstractStreamSinkConduit<StreamSinkConduit> {

  private final Wait wait;
  private boolean asked;

  /** Whether a thread may wait. */
  @FunctionalInterface
  interface Wait {
    /**
     * Asks once.
     *
     * @throws IOException it may not; the answer is broken off
     */
    void begin() throws IOException;
  }

  AwaitedAnswer(StreamSinkConduit next, Wait wait) {
    super(next);
    this.wait = wait;
  }

  @Override
  public void awaitWritable() throws IOException {
    ask();
    next.awaitWritable();
  }

  @Override
  public void awaitWritable(long time, TimeUnit unit) throws IOException {
    ask();
    next.awaitWritable(time, unit);
  }

  private void ask() throws IOException {
    if (!asked) {
      asked = true;
      wait.begin();
    }
  }
}
