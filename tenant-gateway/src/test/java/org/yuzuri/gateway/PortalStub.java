package org.yuzuri.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.TrustManagerFactory;
import org.yuzuri.gateway.tunnel.TransferAuthority;
import org.yuzuri.wire.WireCodec;
import org.yuzuri.wire.call.EnrolmentAnswer;
import org.yuzuri.wire.call.EnrolmentRequest;
import org.yuzuri.wire.call.ReportBatch;
import org.yuzuri.wire.call.ReportsAccepted;
import org.yuzuri.wire.call.SequencedCommand;
import org.yuzuri.wire.call.TrustAnswer;
import org.yuzuri.wire.command.AgentCommand;
import org.yuzuri.wire.report.AgentReport;

/**
 * Stands where the portal is, as a program of its own: it has to run in the gateway's namespace.
 * Enrols one gateway, hands out the commands that the test writes into {@code commands}, one a
 * line, and writes the reports that come to {@code reports}.
 */
final class PortalStub {
  static final int PORT = 8444;

  private final Path directory;
  private final TransferAuthority authority;
  private final WireCodec codec = new WireCodec();

  private PortalStub(Path directory) throws IOException {
    this.directory = directory;
    this.authority = TransferAuthority.load(directory.resolve("ca"));
  }

  /**
   * Runs until killed.
   *
   * @param arguments directory with the saved CA
   */
  public static void main(String[] arguments) throws Exception {
    new PortalStub(Path.of(arguments[0])).run();
  }

  private void run() throws Exception {
    authority.issue("portal", directory.resolve("tls.key"), directory.resolve("tls.pem"));
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT), 0);
    SSLContext tls = tls();
    server.setHttpsConfigurator(
        new HttpsConfigurator(tls) {
          @Override
          public void configure(HttpsParameters parameters) {
            var wanted = tls.getDefaultSSLParameters();
            wanted.setWantClientAuth(true);
            parameters.setSSLParameters(wanted);
          }
        });
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/agent/v1/", this::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath().replace("/agent/v1/", "");
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      boolean known = path.equals("enrolments") || hasClientCertificate(exchange);
      byte[] answer = (known ? answer(path, exchange, body) : "{}").getBytes(UTF_8);
      exchange.sendResponseHeaders(known ? 200 : 403, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private String answer(String path, HttpExchange exchange, String body) throws IOException {
    return switch (path) {
      case "enrolments" -> enrol(codec.decode(body, EnrolmentRequest.class));
      case "trust" ->
          codec.encode(
              new TrustAnswer(authority.trust(), authority.trust(), authority.revocations(1)));
      case "commands" -> commands(exchange.getRequestURI().getQuery());
      case "reports" -> reports(codec.decode(body, ReportBatch.class));
      default -> throw new IOException("no such call: " + path);
    };
  }

  private String enrol(EnrolmentRequest request) throws IOException {
    return codec.encode(
        new EnrolmentAnswer(
            "gateway-1",
            authority.certify(request.csr(), "agent"),
            authority.certify(request.ipsecCsr(), "gateway-1"),
            authority.trust()));
  }

  private String commands(String query) throws IOException {
    long after = Long.parseLong(query.replaceFirst("after=([0-9]+)&.*", "$1"));
    List<SequencedCommand> open = open(after);
    for (int tries = 0; tries < 20 && open.isEmpty(); tries++) {
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      open = open(after);
    }
    return codec.encodeCommands(0, open);
  }

  private List<SequencedCommand> open(long after) throws IOException {
    List<String> lines = Files.readAllLines(directory.resolve("commands"));
    List<SequencedCommand> open = new ArrayList<>();
    for (int i = (int) after; i < lines.size(); i++) {
      open.add(new SequencedCommand(i + 1L, codec.decode(lines.get(i), AgentCommand.class)));
    }
    return open;
  }

  private synchronized String reports(ReportBatch batch) throws IOException {
    List<UUID> accepted = new ArrayList<>();
    for (AgentReport report : batch.reports()) {
      Files.writeString(
          directory.resolve("reports"), codec.encode(report) + "\n", StandardOpenOption.APPEND);
      accepted.add(report.reportId());
    }
    return codec.encode(new ReportsAccepted(accepted));
  }

  private static boolean hasClientCertificate(HttpExchange exchange) {
    try {
      return ((HttpsExchange) exchange).getSSLSession().getPeerCertificates().length > 0;
    } catch (SSLPeerUnverifiedException e) {
      return false;
    }
  }

  private SSLContext tls() throws Exception {
    CertificateFactory certificates = CertificateFactory.getInstance("X.509");
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, new char[0]);
    Certificate own =
        certificates.generateCertificate(Files.newInputStream(directory.resolve("tls.pem")));
    store.setKeyEntry("portal", key(), new char[0], new Certificate[] {own});
    store.setCertificateEntry(
        "root",
        certificates.generateCertificate(
            new ByteArrayInputStream(authority.trust().getBytes(UTF_8))));
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(store, new char[0]);
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  private PrivateKey key() throws Exception {
    String pem = Files.readString(directory.resolve("tls.key")).replaceAll("-----.*?-----", "");
    byte[] der = Base64.getMimeDecoder().decode(pem);
    return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
  }
}
