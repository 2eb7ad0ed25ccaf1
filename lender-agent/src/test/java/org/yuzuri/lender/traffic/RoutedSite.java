package org.yuzuri.lender.traffic;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.yuzuri.host.HostProcesses;
import org.yuzuri.host.ProcessCall;
import org.yuzuri.host.Processes;

/**
 * The lender's machine between a server and the outside, in network namespaces that need no root.
 * Gone when closed.
 */
final class RoutedSite implements AutoCloseable {

  static final String SERVER = "192.0.2.17";
  static final String OUTSIDE = "198.51.100.1";

  /** Of IPv4 without options, and of UDP: RFC 791, 3.1; RFC 768. */
  static final int HEADERS = 20 + 8;

  private static final Path SCRIPT = Path.of("src/test/resources/traffic/site.sh");

  private final Process holder;
  private final String server;
  private final String outside;

  private RoutedSite(Process holder, String server, String outside) {
    this.holder = holder;
    this.server = server;
    this.outside = outside;
  }

  static RoutedSite start() throws IOException {
    Process holder =
        new ProcessBuilder("unshare", "-Urn", "sh", SCRIPT.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader reader = holder.inputReader(StandardCharsets.UTF_8);
    String line = reader.readLine();
    if (line == null || !line.startsWith("ready ")) {
      throw new IOException("the site did not start: " + line);
    }
    String[] word = line.split(" ", -1);
    return new RoutedSite(holder, word[1], word[2]);
  }

  /** Programs of the lender's machine. */
  Processes machine() {
    return in(String.valueOf(holder.pid()));
  }

  /** So many datagrams of so many bytes each, from the server to the outside. */
  void serverSends(int datagrams, int bytes, int port) {
    send(server, OUTSIDE, datagrams, bytes, port);
  }

  /** The same from the outside to the server, as answers of this port. */
  void outsideAnswers(int datagrams, int bytes, int port) {
    send(outside, SERVER, datagrams, bytes, port);
  }

  private void send(String from, String to, int datagrams, int bytes, int port) {
    // From one port to the same: the way back is the answer to the way there.
    String program =
        """
        import socket
        s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        s.bind(('', %d))
        for i in range(%d):
            s.sendto(bytes(%d), ('%s', %d))
        """
            .formatted(port, datagrams, bytes, to, port);
    in(from).runOrThrow(ProcessCall.of("python3", "-c", program));
  }

  private static Processes in(String pid) {
    return call -> {
      List<String> argv =
          new ArrayList<>(List.of("nsenter", "-t", pid, "-U", "-n", "--preserve-credentials"));
      argv.addAll(call.argv());
      return new HostProcesses()
          .run(new ProcessCall(argv, call.environment(), call.input(), call.timeout()));
    };
  }

  @Override
  public void close() throws IOException {
    holder.getOutputStream().close();
    try {
      holder.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    holder.destroyForcibly();
  }
}
