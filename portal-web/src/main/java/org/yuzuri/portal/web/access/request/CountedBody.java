package org.yuzuri.portal.web.access.request;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.atomic.AtomicLong;
import org.xnio.channels.StreamSinkChannel;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.StreamSourceConduit;

/** Counts the bytes of a body as they are read. */
final class CountedBody extends AbstractStreamSourceConduit<StreamSourceConduit> {

  private final AtomicLong bytes;

  CountedBody(StreamSourceConduit next, AtomicLong bytes) {
    super(next);
    this.bytes = bytes;
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    return Math.toIntExact(counted(next.read(into)));
  }

  @Override
  public long read(ByteBuffer[] into, int from, int length) throws IOException {
    return counted(next.read(into, from, length));
  }

  @Override
  public long transferTo(long position, long count, FileChannel target) throws IOException {
    return counted(next.transferTo(position, count, target));
  }

  @Override
  public long transferTo(long count, ByteBuffer through, StreamSinkChannel target)
      throws IOException {
    return counted(next.transferTo(count, through, target));
  }

  private long counted(long read) {
    bytes.addAndGet(Math.max(0, read));
    return read;
  }
}
