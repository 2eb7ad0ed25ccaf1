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
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;
import org.yuzuri.wire.WireCodec;
import org.yuzuri.wire.call.EnrolmentAnswer;
import org.yuzuri.wire.call.EnrolmentRequest;
import org.yuzuri.wire.call.Problem;
import org.yuzuri.wire.call.RenewalAnswer;
import org.yuzuri.wire.call.RenewalRequest;

/**
 * A portal on loopback with real TLS: enrols and renews one daemon, and gives scripted answers to
 * everything else. A renewed certificate's first use ends the one before.
 */
public final class TestPortal implements AutoCloseable {

  /** An answer that was laid in for a path. */
  public record Answer(int status, String body) {}

  /** Goes with every 429. */
  volatile String retryAfter = "1";

  public final Map<String, Answer> answers = new ConcurrentHashMap<>();
  public final Map<String, String> bodies = new ConcurrentHashMap<>();
  final Map<String, String> ranges = new ConcurrentHashMap<>();
  final Map<String, String> dates = new ConcurrentHashMap<>();
  final Map<String, Answer> renewals = new ConcurrentHashMap<>();

  /** Done once, while the next call is under way. */
  final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});

  /** How many of the next answers are lost on their way. */
  final AtomicInteger losses = new AtomicInteger();

  private final WireCodec codec = new WireCodec();
  private final TestAuthority authority;
  private HttpsServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile String good = "";
  private volatile String next = "";

  public TestPortal(TestAuthority authority) throws IOException {
    this.authority = authority;
    this.server = start(authority, 0);
  }

  private HttpsServer start(TestAuthority issuer, int port) throws IOException {
    HttpsServer started =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    SSLContext tls = issuer.portalTls(authority);
    started.setHttpsConfigurator(
        new HttpsConfigurator(tls) {
          @Override
          public void configure(HttpsParameters parameters) {
            var wanted = tls.getDefaultSSLParameters();
            wanted.setWantClientAuth(true);
            parameters.setSSLParameters(wanted);
          }
        });
    started.setExecutor(threads);
    started.createContext("/agent/v1/", this::handle);
    started.start();
    return started;
  }

  /** Starts again at the same address, with a certificate of this authority. */
  void show(TestAuthority issuer) throws IOException {
    int port = server.getAddress().getPort();
    server.stop(0);
    server = start(issuer, port);
  }

  public URI address() {
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
      String date = exchange.getRequestHeaders().getFirst("Date");
      if (date != null) {
        dates.put(path, date);
      }
      meanwhile.getAndSet(() -> {}).run();
      Answer answer = answer(exchange, path, body);
      if (losses.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        return;
      }
      byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
      if (answer.status() == 429) {
        exchange.getResponseHeaders().set("Retry-After", retryAfter);
      }
      exchange.sendResponseHeaders(answer.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private Answer answer(HttpExchange exchange, String path, String body) {
    if (path.equals("enrolments") && !answers.containsKey(path)) {
      return enrol(codec.decode(body, EnrolmentRequest.class));
    }
    if (!path.equals("enrolments") && !isKnown(exchange)) {
      return problem(403, "UNKNOWN_DAEMON");
    }
    if (path.equals("renewals") && !answers.containsKey(path)) {
      return renewals.computeIfAbsent(body, this::renew);
    }
    return answers.getOrDefault(path, problem(404, "NOT_FOUND"));
  }

  private Answer enrol(EnrolmentRequest request) {
    String ipsec = ipsec(request.ipsecCsr());
    good = authority.certify(request.csr());
    return new Answer(200, codec.encode(new EnrolmentAnswer("agent-1", good, ipsec, ipsec)));
  }

  private Answer renew(String body) {
    RenewalRequest request = codec.decode(body, RenewalRequest.class);
    String ipsec = ipsec(request.ipsecCsr());
    next = authority.certify(request.csr());
    return new Answer(200, codec.encode(new RenewalAnswer(next, ipsec, ipsec)));
  }

  private @Nullable String ipsec(@Nullable String csr) {
    return csr == null ? null : authority.certify(csr);
  }

  Answer problem(int status, String code) {
    return new Answer(status, codec.encode(new Problem(status, code, "as the test wants")));
  }

  private synchronized boolean isKnown(HttpExchange exchange) {
    try {
      Certificate shown = ((HttpsExchange) exchange).getSSLSession().getPeerCertificates()[0];
      String pem = TestAuthority.pem((X509Certificate) shown);
      if (pem.equals(next)) {
        good = next;
      }
      return pem.equals(good);
    } catch (SSLPeerUnverifiedException e) {
      return false;
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
