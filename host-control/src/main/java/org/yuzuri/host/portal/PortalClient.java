package org.yuzuri.host.portal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.yuzuri.host.DaemonConfig;
import org.yuzuri.host.identity.DaemonIdentity;
import org.yuzuri.host.identity.PortalRoots;
import org.yuzuri.host.identity.TlsContext;
import org.yuzuri.wire.MalformedMessageException;
import org.yuzuri.wire.ProtocolVersion;
import org.yuzuri.wire.WireCodec;
import org.yuzuri.wire.call.CommandList;
import org.yuzuri.wire.call.EnrolmentAnswer;
import org.yuzuri.wire.call.EnrolmentRequest;
import org.yuzuri.wire.call.Problem;
import org.yuzuri.wire.call.RenewalAnswer;
import org.yuzuri.wire.call.RenewalRequest;
import org.yuzuri.wire.call.ReportBatch;
import org.yuzuri.wire.call.ReportsAccepted;
import org.yuzuri.wire.call.TrustAnswer;
import org.yuzuri.wire.report.AgentReport;
import org.yuzuri.wire.server.CertificateAnswer;
import org.yuzuri.wire.server.CertificateRequest;
import org.yuzuri.wire.server.SettingsAnswer;
import org.yuzuri.wire.server.SettingsRequest;
import org.yuzuri.wire.value.Sha256;

/**
 * The calls to the portal. Each either answers, or throws {@link PortalUnavailableException} (ask
 * again) or {@link PortalRefusedException} (final). Blocks. Safe for threads.
 */
public final class PortalClient implements ReportSink.Receiver {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(20);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
  private static final int FORBIDDEN = 403;

  private final WireCodec codec = new WireCodec();
  private final URI base;
  private final PortalRoots roots;
  private @Nullable DaemonIdentity identity;
  private volatile HttpClient http;

  private PortalClient(URI portal, PortalRoots roots, @Nullable DaemonIdentity identity) {
    this.base = URI.create(portal + ProtocolVersion.PATH);
    this.roots = roots;
    this.identity = identity;
    this.http = http(tls(roots, identity));
  }

  private static SSLContext tls(PortalRoots roots, @Nullable DaemonIdentity identity) {
    return identity == null
        ? TlsContext.unidentified(roots)
        : TlsContext.identified(roots, identity);
  }

  private static HttpClient http(SSLContext tls) {
    return HttpClient.newBuilder()
        .sslContext(tls)
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(CONNECT_TIMEOUT)
        .build();
  }

  /** For the enrolment: without a client certificate. */
  static PortalClient unidentified(DaemonConfig config) {
    return new PortalClient(config.portal(), PortalRoots.of(config), null);
  }

  /** For all other calls: with the daemon's certificate. */
  public static PortalClient identified(DaemonConfig config, DaemonIdentity identity) {
    return identified(config.portal(), PortalRoots.of(config), identity);
  }

  static PortalClient identified(URI portal, PortalRoots roots, DaemonIdentity identity) {
    return new PortalClient(portal, roots, identity);
  }

  /** Calls from now on show this identity's certificate; those that run are not interrupted. */
  synchronized void use(DaemonIdentity next) {
    identity = next;
    useRootsAnew();
  }

  /** Calls from now on believe the roots as they are now; those that run are not interrupted. */
  synchronized void useRootsAnew() {
    http = http(tls(roots, identity));
  }

  EnrolmentAnswer enrol(EnrolmentRequest request) {
    return post("enrolments", request, EnrolmentAnswer.class);
  }

  RenewalAnswer renew(RenewalRequest request) {
    return post("renewals", request, RenewalAnswer.class);
  }

  TrustAnswer trust() {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve("trust")).timeout(ANSWER_TIMEOUT).build();
    return readable(() -> codec.decode(shown(client -> text(client, request)), TrustAnswer.class));
  }

  /** The open commands after the sequence number; waits for one if there is none. */
  public CommandList commands(long after, Duration longestWait) {
    HttpRequest request =
        HttpRequest.newBuilder(
                base.resolve("commands?after=" + after + "&wait=" + longestWait.toSeconds()))
            .timeout(longestWait.plus(ANSWER_TIMEOUT))
            .build();
    return readable(() -> codec.decodeCommands(shown(client -> text(client, request))));
  }

  @Override
  public ReportsAccepted report(List<AgentReport> reports) {
    return post("reports", new ReportBatch(reports), ReportsAccepted.class, "Date", now());
  }

  public CertificateAnswer certificate(CertificateRequest request) {
    return post("certificates", request, CertificateAnswer.class);
  }

  public SettingsAnswer settings(SettingsRequest request) {
    return post("settings", request, SettingsAnswer.class);
  }

  /** The bytes of a boot-image file from the offset on; the caller closes the stream. */
  public InputStream file(Sha256 sha256, long offset) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve("files/" + sha256)).timeout(ANSWER_TIMEOUT);
    if (offset > 0) {
      request.header("Range", "bytes=" + offset + "-");
    }
    int expected = offset > 0 ? 206 : 200;
    return shown(client -> bytes(client, request.build(), expected));
  }

  private InputStream bytes(HttpClient client, HttpRequest request, int expected) {
    HttpResponse<InputStream> response = send(client, request, BodyHandlers.ofInputStream());
    if (response.statusCode() != expected) {
      try (InputStream body = response.body()) {
        String text = new String(body.readNBytes(8192), StandardCharsets.UTF_8);
        throw refusal(response, text);
      } catch (IOException e) {
        throw new PortalUnavailableException("portal broke off: " + e.getMessage(), e);
      }
    }
    return response.body();
  }

  /** This machine's clock, for the portal to compare with its own. Source: RFC 9110 §6.6.1. */
  private static String now() {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
  }

  private <T> T post(String path, Object message, Class<T> answer, String... more) {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(ANSWER_TIMEOUT)
            .headers(headers(more))
            .POST(HttpRequest.BodyPublishers.ofString(codec.encode(message)))
            .build();
    return readable(() -> codec.decode(shown(client -> text(client, request)), answer));
  }

  private static String[] headers(String... more) {
    return Stream.concat(Stream.of("Content-Type", "application/json"), Stream.of(more))
        .toArray(String[]::new);
  }

  // The first use of a new certificate ends the old one: a call that still showed it is made again.
  private <T> T shown(Function<HttpClient, T> call) {
    HttpClient client = http;
    try {
      return call.apply(client);
    } catch (PortalRefusedException e) {
      if (e.status() == FORBIDDEN && client != http) {
        return shown(call);
      }
      throw e;
    }
  }

  private String text(HttpClient client, HttpRequest request) {
    HttpResponse<String> response =
        send(client, request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    if (response.statusCode() != 200 && response.statusCode() != 201) {
      throw refusal(response, response.body());
    }
    return response.body();
  }

  private <T> HttpResponse<T> send(HttpClient client, HttpRequest request, BodyHandler<T> body) {
    try {
      return client.send(request, body);
    } catch (IOException e) {
      throw new PortalUnavailableException(
          base.getAuthority() + " cannot be reached: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PortalUnavailableException("interrupted while waiting for the portal", e);
    }
  }

  private static <T> T readable(Supplier<T> answer) {
    try {
      return answer.get();
    } catch (MalformedMessageException e) {
      throw new PortalUnavailableException("portal's answer is malformed: " + e.getMessage(), e);
    }
  }

  /** Longest wait that is believed; source of the header: RFC 9110 §10.2.3, in seconds only. */
  private static Duration waitAtLeast(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .filter(seconds -> seconds.matches("[0-9]{1,4}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        .map(wait -> wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait)
        .orElse(Duration.ZERO);
  }

  // A refusal that describes no problem is not the portal's: its server or a proxy answers for it
  // while it starts.
  private RuntimeException refusal(HttpResponse<?> response, String body) {
    int status = response.statusCode();
    boolean isFinal = status >= 400 && status < 500 && status != 408 && status != 429;
    try {
      Problem problem = codec.decode(body, Problem.class);
      if (isFinal) {
        return new PortalRefusedException(problem);
      }
      return new PortalUnavailableException(
          "portal answered " + status + " " + problem.code() + ": " + problem.detail(),
          null,
          waitAtLeast(response));
    } catch (MalformedMessageException e) {
      return new PortalUnavailableException("portal answered " + status, e);
    }
  }
}
