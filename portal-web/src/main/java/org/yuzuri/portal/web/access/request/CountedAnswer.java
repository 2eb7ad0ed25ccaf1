package org.yuzuri.portal.web.access.request;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.atomic.AtomicLong;
import org.xnio.channels.StreamSourceChannel;
import org.xnio.conduits.AbstractStreamSinkConduit;
import org.xnio.conduits.StreamSinkConduit;

/** Counts the bytes of an answer as its reader's line takes them. */
final class CountedAnswer extends AbstractStreamSinkConduit<StreamSinkConduit> {

  private final AtomicLong bytes;

  CountedAnswer(StreamSinkConduit next, AtomicLong bytes) {
    super(next);
    this.bytes = bytes;
  }

  @Override
  public int write(ByteBuffer from) throws IOException {
    return Math.toIntExact(counted(next.write(from)));
  }

  @Override
  public long write(ByteBuffer[] from, int at, int length) throws IOException {
    return counted(next.write(from, at, length));
  }

  @Override
  public int writeFinal(ByteBuffer from) throws IOException {
    return Math.toIntExact(counted(next.writeFinal(from)));
  }

  @Override
  public long writeFinal(ByteBuffer[] from, int at, int length) throws IOException {
    return counted(next.writeFinal(from, at, length));
  }

  @Override
  public long transferFrom(FileChannel from, long position, long count) throws IOException {
    return counted(next.transferFrom(from, position, count));
  }

  @Override
  public long transferFrom(StreamSourceChannel from, long count, ByteBuffer through)
      throws IOException {
    return counted(next.transferFrom(from, count, through));
  }

  private long counted(long written) {
    bytes.addAndGet(Math.max(0, written));
    return written;
  }
}
