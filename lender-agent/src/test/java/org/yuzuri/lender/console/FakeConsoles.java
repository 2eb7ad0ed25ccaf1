package org.yuzuri.lender.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.yuzuri.wire.bmc.BmcAccess;

/** BMCs whose sessions a test types into; may be dead. */
public final class FakeConsoles {

  private final List<Session> sessions = new CopyOnWriteArrayList<>();
  private volatile boolean dead;

  public void dead(boolean now) {
    dead = now;
  }

  public Console open(BmcAccess access) {
    if (dead) {
      throw new ConsoleException("console of BMC " + access.address() + ": no session", null);
    }
    Session session = new Session();
    sessions.add(session);
    return session;
  }

  /** All that were opened, oldest first. */
  public List<Session> sessions() {
    return sessions;
  }

  /** The youngest. */
  public Session last() {
    return sessions.get(sessions.size() - 1);
  }

  /** One session. */
  public static final class Session implements Console {

    private final PipedInputStream output = new PipedInputStream(1 << 16);
    private final PipedOutputStream server = new PipedOutputStream();
    private volatile boolean closed;

    Session() {
      try {
        server.connect(output);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    public boolean isClosed() {
      return closed;
    }

    /** The server prints this. */
    public void print(String text) {
      try {
        server.write(text.getBytes(StandardCharsets.ISO_8859_1));
        server.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public InputStream output() {
      return output;
    }

    /** Also what a BMC does that ends the session by itself. */
    @Override
    public void close() {
      closed = true;
      try {
        server.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
