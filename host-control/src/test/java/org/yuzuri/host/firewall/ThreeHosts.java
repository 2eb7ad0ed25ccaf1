package org.yuzuri.host.firewall;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.yuzuri.host.HostProcesses;
import org.yuzuri.host.ProcessCall;
import org.yuzuri.host.ProcessResult;
import org.yuzuri.host.Processes;

/**
 * A client, a router and a server in namespaces of their own, made without root. The server echoes
 * on ports 80 and 81. Gone when closed.
 */
final class ThreeHosts implements AutoCloseable {
  private final Process holder;
  private final String routerPid;
  private final String clientPid;

  private ThreeHosts(Process holder, String routerPid, String clientPid) {
    this.holder = holder;
    this.routerPid = routerPid;
    this.clientPid = clientPid;
  }

  static ThreeHosts start(Path directory) throws IOException {
    Path script = directory.resolve("three-hosts.sh");
    try (var in = ThreeHosts.class.getResourceAsStream("three-hosts.sh")) {
      Files.copy(in, script);
    }
    Process holder =
        new ProcessBuilder("unshare", "-Urn", "sh", script.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader reader = holder.inputReader(StandardCharsets.UTF_8);
    String pids = reader.readLine();
    if (pids == null) {
      throw new IOException("the three hosts did not start");
    }
    return new ThreeHosts(holder, String.valueOf(holder.pid()), pids.split(" ", 2)[0]);
  }

  /** Programs of the router. */
  Processes router() {
    return call -> run(routerPid, call);
  }

  /** Programs of the client. */
  Processes client() {
    return call -> run(clientPid, call);
  }

  private static ProcessResult run(String pid, ProcessCall call) {
    List<String> argv =
        new ArrayList<>(List.of("nsenter", "-t", pid, "-U", "-n", "--preserve-credentials"));
    argv.addAll(call.argv());
    return new HostProcesses()
        .run(new ProcessCall(argv, call.environment(), call.input(), call.timeout()));
  }

  /** Whether the client gets an echo from the server's port within a second. */
  boolean passes(int port) {
    String program =
        "import socket\n"
            + "s = socket.create_connection(('10.2.0.2', "
            + port
            + "), 1)\n"
            + "s.sendall(b'x')\n"
            + "assert s.recv(1) == b'x'\n";
    return client().run(ProcessCall.of("python3", "-c", program)).succeeded();
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
