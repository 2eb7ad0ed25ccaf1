package org.yuzuri.lender.boot;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.yuzuri.host.portal.PortalRefusedException;
import org.yuzuri.host.portal.PortalUnavailableException;
import org.yuzuri.wire.boot.FileRef;
import org.yuzuri.wire.call.Problem;
import org.yuzuri.wire.value.Sha256;

/** The portal's files, with faults that happen in the order in which they were laid in. */
final class ScriptedFiles implements FileDownload.Source {

  final List<Long> offsets = new ArrayList<>();
  private final Map<Sha256, byte[]> files = new HashMap<>();
  private final Deque<Fault> faults = new ArrayDeque<>();

  /** What goes wrong with one request. */
  enum Fault {
    AWAY,
    BREAKS_HALFWAY,
    STALLS_HALFWAY,
    WRONG_BYTES
  }

  FileRef add(int size, int seed) {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    Sha256 sha256 = Sha256.ofBytes(bytes);
    files.put(sha256, bytes);
    return new FileRef(sha256, size);
  }

  void fault(Fault... next) {
    faults.addAll(List.of(next));
  }

  @Override
  public InputStream open(Sha256 sha256, long offset) {
    offsets.add(offset);
    byte[] bytes = files.get(sha256);
    if (bytes == null) {
      throw new PortalRefusedException(new Problem(404, "NOT_FOUND", "no such file"));
    }
    Fault fault = faults.poll();
    if (fault == Fault.AWAY) {
      throw new PortalUnavailableException("away", null);
    }
    int start = (int) offset;
    if (fault == Fault.BREAKS_HALFWAY || fault == Fault.STALLS_HALFWAY) {
      boolean stalls = fault == Fault.STALLS_HALFWAY;
      return new HalfOf(bytes, start, (bytes.length - start) / 2, stalls);
    }
    byte[] sent = fault == Fault.WRONG_BYTES ? new byte[bytes.length] : bytes;
    return new ByteArrayInputStream(sent, start, sent.length - start);
  }

  byte[] bytes(FileRef file) {
    return files.get(file.sha256());
  }

  /** Gives some bytes, then breaks: at once, or not before it is closed. */
  private static final class HalfOf extends FilterInputStream {
    private final CountDownLatch closed = new CountDownLatch(1);

    HalfOf(byte[] bytes, int from, int length, boolean stalls) {
      super(new ByteArrayInputStream(bytes, from, length));
      if (!stalls) {
        closed.countDown();
      }
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int read = super.read(buffer, from, length);
      if (read < 0) {
        awaitClose();
        throw new IOException("connection reset");
      }
      return read;
    }

    private void awaitClose() {
      try {
        closed.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void close() {
      closed.countDown();
    }
  }
}
