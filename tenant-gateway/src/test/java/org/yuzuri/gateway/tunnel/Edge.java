package org.yuzuri.gateway.tunnel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.yuzuri.host.HostProcesses;
import org.yuzuri.host.HostPrograms;
import org.yuzuri.host.ProcessCall;
import org.yuzuri.host.ProcessResult;
import org.yuzuri.host.Processes;
import org.yuzuri.host.Programs;
import org.yuzuri.wire.value.Secret;

/**
 * A tenant's edge and a leased server in network namespaces, each with a real IKE daemon that has
 * its own ESP. Made without root, gone when closed.
 */
public final class Edge implements AutoCloseable {
  private static final Path SHIPPED = Path.of("src/main/dist/strongswan.conf").toAbsolutePath();

  private final Path directory;
  private final Process holder;
  private final String gatewayPid;
  private final String serverPid;
  private final List<Process> daemons = new ArrayList<>();
  private Process gatewayDaemon;

  private Edge(Path directory, Process holder, String serverPid) {
    this.directory = directory;
    this.holder = holder;
    this.gatewayPid = String.valueOf(holder.pid());
    this.serverPid = serverPid;
  }

  /** Makes the namespaces; nothing runs in them yet. */
  public static Edge start(Path directory) throws IOException {
    Path script = directory.resolve("edge.sh");
    try (var in = Edge.class.getResourceAsStream("edge.sh")) {
      Files.copy(in, script);
    }
    Process holder =
        new ProcessBuilder("unshare", "-Urn", "sh", script.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String serverPid = holder.inputReader(UTF_8).readLine();
    if (serverPid == null) {
      throw new IOException("the namespaces could not be made");
    }
    return new Edge(directory, holder, serverPid);
  }

  /** What the gateway daemon would be given. */
  StrongSwan strongSwan() {
    Programs started =
        call ->
            new HostPrograms()
                .start(
                    new ProcessCall(
                        inNamespace(gatewayPid, call.argv()),
                        call.environment(),
                        call.input(),
                        call.timeout()));
    return new StrongSwan(programs(), started, swanctl(), vici());
  }

  /** Programs of the gateway. */
  Processes programs() {
    return call -> run(gatewayPid, call);
  }

  /** What the gateway's {@code swanctl.directory} is. */
  public Path swanctl() {
    return directory.resolve("gateway");
  }

  /** Starts the gateway's IKE daemon, with the configuration that is shipped. */
  public void startGatewayDaemon() throws IOException {
    gatewayDaemon = startDaemon("gateway", gatewayPid);
  }

  /** Kills it as a crash would. */
  void killGatewayDaemon() throws InterruptedException {
    gatewayDaemon.destroyForcibly().waitFor();
  }

  /** Starts the server's IKE daemon with this configuration. */
  void startServerDaemon(String swanctlConf) throws IOException {
    Path own = directory.resolve("server");
    Files.writeString(own.resolve("swanctl.conf"), swanctlConf);
    startDaemon("server", serverPid);
    loadAllOnServer();
  }

  /** The server's IKE daemon reads its directory again. */
  void loadAllOnServer() throws IOException {
    ProcessResult loaded = server("swanctl", "--load-all", "--noprompt");
    if (!loaded.succeeded()) {
      throw new IOException("server: " + loaded.output() + loaded.errors());
    }
  }

  /** The server asks for a tunnel; succeeds if it came up within 5 seconds. */
  public ProcessResult connect(String connection) {
    return server("swanctl", "--initiate", "--child", connection, "--timeout", "5");
  }

  /** The server's end of all tunnels is gone, as after a reboot. */
  void forgetOnServer() {
    server("swanctl", "--terminate", "--ike", "install", "--force", "--timeout", "1");
  }

  /** As its administrator has to, when a newer revocation list is loaded. */
  void forgetUsedListsOnServer() {
    server("swanctl", "--flush-certs", "--type", "x509_crl");
  }

  /** The certificates of this subject that the server was shown and believed, PEM. */
  String shownToServer(String subject) {
    return server("swanctl", "--list-certs", "--type", "x509", "--subject", subject, "--pem")
        .output();
  }

  /** Whether the server reaches the gateway's inner address from this virtual address. */
  public boolean reachesInside(String virtualAddress) {
    String program =
        """
        import socket, struct, sys
        s = socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_ICMP)
        s.bind((sys.argv[1], 0))
        s.settimeout(2)
        s.sendto(struct.pack('!BBHHH', 8, 0, 0xf7fd, 1, 1), ('10.30.0.1', 0))
        assert s.recvfrom(100)[1][0] == '10.30.0.1'
        """;
    return run(serverPid, ProcessCall.of("python3", "-c", program, virtualAddress)).succeeded();
  }

  private ProcessResult server(String... argv) {
    List<String> all = new ArrayList<>(List.of(argv));
    all.addAll(List.of("--uri", "unix://" + socket("server")));
    return run(
        serverPid,
        ProcessCall.of(all)
            .withEnvironment("SWANCTL_DIR", new Secret(directory.resolve("server").toString())));
  }

  /** The socket of the gateway's IKE daemon. */
  public URI vici() {
    return URI.create("unix://" + socket("gateway"));
  }

  /** Starts a program beside the gateway's IKE daemon; it is killed when this is closed. */
  public Process startOnGateway(Path log, String... argv) throws IOException {
    Process program =
        new ProcessBuilder(inNamespace(gatewayPid, List.of(argv)))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    daemons.add(program);
    return program;
  }

  private Process startDaemon(String name, String pid) throws IOException {
    Path conf = directory.resolve(name + ".conf");
    Files.writeString(
        conf,
        """
        include %s
        charon-systemd {
          plugins {
            vici {
              socket = unix://%s
            }
          }
        }
        """
            .formatted(SHIPPED, socket(name)));
    ProcessBuilder builder =
        new ProcessBuilder(inNamespace(pid, List.of("charon-systemd")))
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve(name + ".log").toFile());
    builder.environment().put("STRONGSWAN_CONF", conf.toString());
    builder.environment().put("SWANCTL_DIR", directory.resolve(name).toString());
    Files.deleteIfExists(socket(name));
    Process daemon = builder.start();
    daemons.add(daemon);
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(socket(name)));
    return daemon;
  }

  private Path socket(String name) {
    return directory.resolve(name + ".vici");
  }

  private static ProcessResult run(String pid, ProcessCall call) {
    return new HostProcesses()
        .run(
            new ProcessCall(
                inNamespace(pid, call.argv()), call.environment(), call.input(), call.timeout()));
  }

  private static List<String> inNamespace(String pid, List<String> argv) {
    List<String> all =
        new ArrayList<>(List.of("nsenter", "-t", pid, "-U", "-n", "--preserve-credentials"));
    all.addAll(argv);
    return all;
  }

  @Override
  public void close() throws IOException {
    for (Process daemon : daemons) {
      end(daemon.destroyForcibly());
    }
    holder.getOutputStream().close();
    end(holder);
    holder.destroyForcibly();
  }

  private static void end(Process process) {
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
