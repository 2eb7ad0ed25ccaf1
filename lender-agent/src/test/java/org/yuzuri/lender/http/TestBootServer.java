package org.yuzuri.lender.http;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiPredicate;
import org.threeten.extra.MutableClock;
import org.yuzuri.host.portal.PortalRefusedException;
import org.yuzuri.host.portal.ReportSink;
import org.yuzuri.host.portal.ReportSpool;
import org.yuzuri.lender.BootCommands;
import org.yuzuri.lender.boot.TestBoots;
import org.yuzuri.lender.http.guard.BootReports;
import org.yuzuri.lender.http.guard.Neighbours;
import org.yuzuri.lender.http.guard.SignatureGuard;
import org.yuzuri.lender.http.guard.StageGate;
import org.yuzuri.lender.http.guard.TokenGuard;
import org.yuzuri.lender.probe.PortProbes;
import org.yuzuri.lender.probe.SimulatedCounters;
import org.yuzuri.wire.call.Problem;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.report.AgentReport;
import org.yuzuri.wire.server.CertificateRequest;
import org.yuzuri.wire.server.SettingsRequest;
import org.yuzuri.wire.value.Ipv4Address;
import org.yuzuri.wire.value.Sha256;

/**
 * The boot endpoints over real HTTP; the test is the server whose address is 127.0.0.1, and may be
 * another one's at 127.0.0.2. What is reported is kept on disk, as by an agent whose portal is
 * away.
 */
final class TestBootServer implements AutoCloseable {

  final MutableClock clock = MutableClock.of(BootCommands.NOW, ZoneOffset.UTC);

  final List<AgentReport> reports = new CopyOnWriteArrayList<>();
  final Portal portal = new Portal();

  /** What a server whose console is read has shown there. */
  final Set<Sha256> shown = ConcurrentHashMap.newKeySet();

  final SimulatedCounters counters = new SimulatedCounters();

  private final HttpClient http = HttpClient.newHttpClient();
  private final ReportSink kept;
  private final TestBoots boots;
  private final Path directory;
  private BootServer server;
  private final Path arp;
  private final String base;
  private final int port;

  TestBootServer(Path directory) throws IOException {
    this.directory = directory;
    boots = new TestBoots(directory);
    arp = directory.resolve("arp");
    Files.writeString(
        arp,
        """
        header
        127.0.0.1   0x1   0x2   52:54:00:00:00:11   *   boot0
        127.0.0.2   0x1   0x2   52:54:00:00:00:12   *   boot0
        """);
    kept = new ReportSink(new ReportSpool(directory.resolve("reports")), none -> null);
    port = freePort();
    base = "http://127.0.0.1:" + port + "/boot/";
    server = start();
  }

  private BootServer start() {
    BootReports bootReports = new BootReports(this::reported, clock);
    TokenGuard guard =
        new TokenGuard(
            boots.boots(), boots.deadTokens(), new Neighbours(arp, "boot0"), bootReports, clock);
    BiPredicate<EnsureBoot, Sha256> isShown =
        (boot, key) -> boot.console() == null || shown.contains(key);
    BootServer started =
        new BootServer(
            Ipv4Address.of("127.0.0.1"),
            port,
            new BootEndpoints(
                base,
                guard,
                new StageGate(boots.boots().stages(), bootReports, clock),
                bootReports,
                new Relay(portal, bootReports),
                new SignatureGuard(directory.resolve("signed"), isShown, bootReports),
                isShown,
                new PortProbes("lo", Ipv4Address.of("127.0.0.1"), counters)));
    started.start();
    return started;
  }

  private void reported(AgentReport report) {
    kept.add(report);
    reports.add(report);
  }

  /** Ends as an agent does, and is started anew with what it kept on disk. */
  void restart() {
    server.close();
    server = start();
  }

  void serve(EnsureBoot command) {
    boots.serve(command);
  }

  void withdraw(EnsureBoot command) {
    boots.withdraw(command);
  }

  int port() {
    return port;
  }

  /** Of a call under the server's token. */
  String path(String call) {
    return "/boot/" + BootCommands.TOKEN + "/" + call;
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + BootCommands.TOKEN + "/" + path));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What this call under the server's token is answered. */
  HttpResponse<String> get(String call) {
    return send(request(call));
  }

  /** The same by the address alone, as iPXE asks first. */
  HttpResponse<String> getFirstScript() {
    return send(HttpRequest.newBuilder(URI.create(base + "script")));
  }

  @Override
  public void close() {
    server.close();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Remembers what it was asked, and answers with a text or a refusal. */
  static final class Portal implements Relay.Portal {

    CertificateRequest lastCertificate;
    String text = "";
    Problem refusal;

    @Override
    public String certificate(CertificateRequest request) {
      lastCertificate = request;
      return answer();
    }

    @Override
    public String settings(SettingsRequest request) {
      return answer();
    }

    private String answer() {
      if (refusal != null) {
        throw new PortalRefusedException(refusal);
      }
      return text;
    }
  }
}
