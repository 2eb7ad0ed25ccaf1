package org.yuzuri.portal.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Requests whose bodies do not come to their end, or whose answers do not, until this is closed.
 */
final class HeldBodies implements AutoCloseable {

  private static final int PATIENCE_MILLISECONDS = 20_000;

  private static final int ANY_PORT = 0;

  private final List<Socket> sockets = new ArrayList<>();
  private final List<String> answers = new ArrayList<>();

  /** The door of the pages, as it is reached from this address of the machine. */
  static Callable<Socket> pages(String source) {
    int port = URI.create(Visitor.BASE).getPort();
    return () ->
        new Socket(InetAddress.getLoopbackAddress(), port, InetAddress.getByName(source), ANY_PORT);
  }

  /** Begins as many at once, each on a connection of its own, with what is sent of each. */
  void begin(int many, Callable<Socket> door, String sent) throws Exception {
    for (int at = 0; at < many; at++) {
      Socket socket = door.call();
      sockets.add(socket);
      socket.setSoTimeout(PATIENCE_MILLISECONDS);
      socket.getOutputStream().write(sent.getBytes(ISO_8859_1));
    }
  }

  /** The begin of what each is answered with first; waits for all. */
  List<String> answers() throws IOException {
    for (int at = answers.size(); at < sockets.size(); at++) {
      answers.add(answer(sockets.get(at)));
    }
    return answers;
  }

  /** The answers so far, to be read by people. */
  String shown() {
    return String.join("\n--\n", answers);
  }

  /** Sends a little more of each, unless the server has hung up. */
  void drip() {
    for (Socket socket : sockets) {
      try {
        socket.getOutputStream().write('x');
      } catch (IOException hungUp) {
        continue;
      }
    }
  }

  @Override
  public void close() throws IOException {
    hangUp();
  }

  void hangUp() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  private static String answer(Socket socket) throws IOException {
    byte[] bytes = new byte[8192];
    int read = socket.getInputStream().read(bytes);
    return new String(bytes, 0, Math.max(read, 0), ISO_8859_1);
  }
}
