package org.yuzuri.host.portal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.yuzuri.wire.WireCodec;
import org.yuzuri.wire.call.EnrolmentAnswer;
import org.yuzuri.wire.call.EnrolmentRequest;
import org.yuzuri.wire.call.Problem;

/** A portal on loopback with real TLS: enrols, and gives scripted answers to everything else. */
final class TestPortal implements AutoCloseable {

  /** An answer that was laid in for a path. */
  record Answer(int status, String body) {}

  final Map<String, Answer> answers = new ConcurrentHashMap<>();
  final Map<String, String> bodies = new ConcurrentHashMap<>();
  final Map<String, String> ranges = new ConcurrentHashMap<>();

  private final WireCodec codec = new WireCodec();
  private final TestAuthority authority;
  private final HttpsServer server;

  TestPortal(TestAuthority authority) throws IOException {
    this.authority = authority;
    this.server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    SSLContext tls = authority.portalTls();
    server.setHttpsConfigurator(
        new HttpsConfigurator(tls) {
          @Override
          public void configure(HttpsParameters parameters) {
            var wanted = tls.getDefaultSSLParameters();
            wanted.setWantClientAuth(true);
            parameters.setSSLParameters(wanted);
          }
        });
    server.createContext("/agent/v1/", this::handle);
    server.start();
  }

  URI address() {
    return URI.create("https://127.0.0.1:" + server.getAddress().getPort());
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().toString().replace("/agent/v1/", "");
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      bodies.put(path, body);
      String range = exchange.getRequestHeaders().getFirst("Range");
      if (range != null) {
        ranges.put(path, range);
      }
      Answer answer = answer(exchange, path, body);
      byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private Answer answer(HttpExchange exchange, String path, String body) {
    if (path.equals("enrolments") && !answers.containsKey(path)) {
      return enrol(codec.decode(body, EnrolmentRequest.class));
    }
    if (!path.equals("enrolments") && !hasClientCertificate(exchange)) {
      return problem(403, "UNKNOWN_DAEMON");
    }
    return answers.getOrDefault(path, problem(404, "NOT_FOUND"));
  }

  private Answer enrol(EnrolmentRequest request) {
    String ipsec = request.ipsecCsr() == null ? null : authority.certify(request.ipsecCsr());
    return new Answer(
        200,
        codec.encode(
            new EnrolmentAnswer("agent-1", authority.certify(request.csr()), ipsec, ipsec)));
  }

  Answer problem(int status, String code) {
    return new Answer(status, codec.encode(new Problem(status, code, "as the test wants")));
  }

  private static boolean hasClientCertificate(HttpExchange exchange) {
    try {
      return ((HttpsExchange) exchange).getSSLSession().getPeerCertificates().length > 0;
    } catch (SSLPeerUnverifiedException e) {
      return false;
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
