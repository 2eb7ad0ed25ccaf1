package org.yuzuri.portal.platform;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Between a portal and its MariaDB on loopback: counts statements, commits among them, and at one
 * of them cuts the connection, as the end of the portal's process does. The server then rolls back
 * what was not committed.
 */
public final class CuttingProxy implements AutoCloseable {

  /** What became of the statement at which it was cut. */
  public enum Cut {
    /** The server never got it. */
    BEFORE,
    /** The server has done it, and nobody got its answer. */
    AFTER
  }

  private static final int QUERY = 3;
  private static final int EXECUTE = 0x17;

  /** Of no transaction: a portal that has committed does not mind when this one fails. */
  private static final String BESIDE = "set autocommit";

  private static final int HEADER = 4;
  private static final int NOWHERE = Integer.MAX_VALUE;

  private final ServerSocket door;
  private final int server;
  private final AtomicInteger statements = new AtomicInteger();
  private final AtomicInteger commits = new AtomicInteger();
  private volatile int cutAt = NOWHERE;
  private volatile int cutAtCommit = NOWHERE;
  private volatile Cut cut = Cut.BEFORE;
  private volatile boolean hasCut;

  /**
   * @param server the port of MariaDB
   */
  public CuttingProxy(int server) {
    this.server = server;
    try {
      this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    start(this::accept);
  }

  /** Where the portal finds its database. */
  public int port() {
    return door.getLocalPort();
  }

  /** Counts from nothing, and cuts at this statement, from 1. */
  public void cut(int statement, Cut how) {
    begin(statement, NOWHERE, how);
  }

  /** Counts from nothing, and cuts at this commit, from 1. */
  public void cutAtCommit(int commit, Cut how) {
    begin(NOWHERE, commit, how);
  }

  /** Counts from nothing, and cuts nowhere. */
  public void goOn() {
    begin(NOWHERE, NOWHERE, Cut.BEFORE);
  }

  private void begin(int statement, int commit, Cut how) {
    statements.set(0);
    commits.set(0);
    hasCut = false;
    cut = how;
    cutAt = statement;
    cutAtCommit = commit;
  }

  private boolean isWhereToCut(byte[] command) {
    String text = new String(command, 1, command.length - 1, StandardCharsets.UTF_8);
    boolean isStatement =
        command[0] == EXECUTE
            || (command[0] == QUERY && !text.regionMatches(true, 0, BESIDE, 0, BESIDE.length()));
    return (isStatement && statements.incrementAndGet() == cutAt)
        || (text.equalsIgnoreCase("COMMIT") && commits.incrementAndGet() == cutAtCommit);
  }

  /** Statements since the counting began. */
  public int count() {
    return statements.get();
  }

  /** Whether it has cut since then. */
  public boolean hasCut() {
    return hasCut;
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Pair pair = new Pair(door.accept(), new Socket(InetAddress.getLoopbackAddress(), server));
        start(pair::toServer);
        start(pair::toPortal);
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "cutting-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    door.close();
  }

  /** One connection, on both sides. */
  private final class Pair {

    private final Socket portal;
    private final Socket database;
    private volatile boolean answerIsLost;

    Pair(Socket portal, Socket database) {
      this.portal = portal;
      this.database = database;
    }

    /** Packets: three bytes of length, one of the number in its exchange, then the command. */
    void toServer() {
      try {
        portal.setTcpNoDelay(true);
        database.setTcpNoDelay(true);
        DataInputStream in = new DataInputStream(portal.getInputStream());
        OutputStream out = database.getOutputStream();
        byte[] header = new byte[HEADER];
        while (true) {
          in.readFully(header);
          byte[] body =
              new byte[(header[0] & 255) | (header[1] & 255) << 8 | (header[2] & 255) << 16];
          in.readFully(body);
          if (header[3] == 0 && body.length > 0 && isWhereToCut(body)) {
            hasCut = true;
            if (cut == Cut.BEFORE) {
              end();
              return;
            }
            answerIsLost = true;
          }
          byte[] packet = new byte[HEADER + body.length];
          System.arraycopy(header, 0, packet, 0, HEADER);
          System.arraycopy(body, 0, packet, HEADER, body.length);
          out.write(packet);
        }
      } catch (IOException gone) {
        end();
      }
    }

    void toPortal() {
      byte[] some = new byte[1 << 16];
      try {
        while (true) {
          int length = database.getInputStream().read(some);
          if (length < 0 || answerIsLost) {
            end();
            return;
          }
          portal.getOutputStream().write(some, 0, length);
        }
      } catch (IOException gone) {
        end();
      }
    }

    private void end() {
      try {
        portal.close();
        database.close();
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
    }
  }
}
