package org.yuzuri.lender.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.threeten.extra.MutableClock;
import org.yuzuri.lender.BootCommands;
import org.yuzuri.lender.boot.TestBoots;
import org.yuzuri.wire.call.CertificateRequest;
import org.yuzuri.wire.call.SettingsRequest;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.report.AgentReport;
import org.yuzuri.wire.value.Ipv4Address;

/** The boot endpoints on loopback, which is the address of the one server that may boot. */
final class TestEndpoints implements AutoCloseable {

  private static final Relay.Portal NO_PORTAL =
      new Relay.Portal() {
        @Override
        public String certificate(CertificateRequest request) {
          throw new IllegalStateException("nobody should have asked for a certificate");
        }

        @Override
        public String settings(SettingsRequest request) {
          throw new IllegalStateException("nobody should have asked for settings");
        }
      };

  private final List<AgentReport> reports = new CopyOnWriteArrayList<>();
  private final EnsureBoot command = BootCommands.install().address("127.0.0.1/8").build();
  private final BootServer server;
  private final int port;

  private TestEndpoints(Path directory) throws IOException {
    Files.writeString(
        directory.resolve("arp"),
        """
        IP address       HW type     Flags       HW address            Mask     Device
        127.0.0.1        0x1         0x2         52:54:00:00:00:11     *        boot0
        """);
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    TestBoots boots = new TestBoots(directory);
    MutableClock clock = MutableClock.of(BootCommands.NOW, ZoneOffset.UTC);
    BootReports bootReports = new BootReports(reports::add, clock);
    Neighbours neighbours = new Neighbours(directory.resolve("arp"), "boot0");
    TokenGuard guard =
        new TokenGuard(boots.boots(), boots.deadTokens(), neighbours, bootReports, clock);
    server =
        new BootServer(
            Ipv4Address.of("127.0.0.1"),
            port,
            new BootEndpoints(base(), guard, bootReports, new Relay(NO_PORTAL, bootReports)));
    server.start();
    boots.serve(command);
  }

  static TestEndpoints start(Path directory) throws IOException {
    return new TestEndpoints(directory);
  }

  int port() {
    return port;
  }

  /** What the agent would have told the portal. */
  List<AgentReport> reports() {
    return reports;
  }

  /** Of a call under the server's token. */
  String path(String call) {
    return "/boot/" + command.token().reveal() + "/" + call;
  }

  HttpResponse<String> post(String call, String body) throws IOException {
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path(call)))
                  .POST(HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private String base() {
    return "http://127.0.0.1:" + port + "/boot/";
  }

  @Override
  public void close() {
    server.close();
  }
}
