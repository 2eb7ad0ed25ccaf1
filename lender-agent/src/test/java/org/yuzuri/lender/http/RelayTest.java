package org.yuzuri.lender.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.lender.BootCommands;
import org.yuzuri.lender.http.guard.ResultSignature;
import org.yuzuri.wire.call.Problem;
import org.yuzuri.wire.report.TokenProblem;

/** What goes on to the portal and comes back from it, over real HTTP. */
final class RelayTest {

  private static final String PEM = "-----BEGIN CERTIFICATE REQUEST-----\nä\n";

  @TempDir Path directory;

  private TestBootServer server;

  @BeforeEach
  void start() throws IOException {
    server = new TestBootServer(directory);
    server.serve(BootCommands.install().address("127.0.0.1/8").build());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void vouchOfTheInstallationKeyGoesToThePortalAsItCame() {
    certificate("install", null);
    assertThat(server.portal.lastCertificate.vouch()).isNull();

    server.send(server.request("settings"));
    String vouch = "MEUCIQDexampleExample0A==";
    certificate("production", vouch);
    assertThat(server.portal.lastCertificate.vouch()).isEqualTo(vouch);
    assertThat(server.portal.lastCertificate.csr()).isEqualTo(PEM);
  }

  @Test
  void vouchThatIsNoSignatureIsRefusedByName() {
    server.send(server.request("settings"));
    HttpResponse<String> bad = certificate("production", "no signature!");
    assertThat(bad.statusCode()).isEqualTo(400);
    assertThat(bad.body()).contains("vouch is \"no signature!\"");
    assertThat(certificate("production", "A".repeat(5000)).statusCode()).isEqualTo(400);
    assertThat(server.portal.lastCertificate).isNull();
  }

  @Test
  void tooEarlyAndForbiddenArePassedOnWithTheirText() {
    server.portal.refusal = new Problem(425, "KEY_NOT_SEEN", "no key on the console yet");
    HttpResponse<String> early = certificate("install", null);
    assertThat(early.statusCode()).isEqualTo(425);
    assertThat(early.body()).isEqualTo("KEY_NOT_SEEN: no key on the console yet\n");

    server.portal.refusal = null;
    server.send(server.request("settings"));
    server.portal.refusal = new Problem(403, "NOT_VOUCHED", "another key signed");
    HttpResponse<String> refused = certificate("production", null);
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).isEqualTo("NOT_VOUCHED: another key signed\n");

    server.portal.refusal = new Problem(425, "TUNNEL_NOT_REPORTED", "no tunnel yet");
    HttpResponse<String> settings = server.send(server.request("settings"));
    assertThat(settings.statusCode()).isEqualTo(425);
    assertThat(settings.body()).startsWith("TUNNEL_NOT_REPORTED");
    assertThat(server.reports).noneMatch(TokenProblem.class::isInstance);
  }

  @Test
  void settingsAreNeitherLoggedNorKeptNorReported() throws IOException {
    server.portal.text = "-----BEGIN CMS-----\nsealed words\n-----END CMS-----\n";
    ch.qos.logback.classic.Logger root =
        (ch.qos.logback.classic.Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    ListAppender<ILoggingEvent> logged = new ListAppender<>();
    logged.start();
    root.addAppender(logged);
    try {
      assertThat(server.send(server.request("settings")).body()).isEqualTo(server.portal.text);
    } finally {
      root.detachAppender(logged);
    }

    assertThat(logged.list)
        .isNotEmpty()
        .noneMatch(line -> line.getFormattedMessage().contains("sealed words"));
    try (Stream<Path> files = Files.walk(directory).filter(Files::isRegularFile)) {
      assertThat(files)
          .isNotEmpty()
          .noneMatch(
              file ->
                  contentOf(file.toFile(), StandardCharsets.ISO_8859_1).contains("sealed words"));
    }
    assertThat(server.reports).noneMatch(report -> report.toString().contains("sealed words"));
  }

  private HttpResponse<String> certificate(String purpose, String vouch) {
    HttpRequest.Builder request =
        server.request("certificate?purpose=" + purpose).POST(BodyPublishers.ofString(PEM));
    if (vouch != null) {
      request.header(ResultSignature.SIGNATURE, vouch);
    }
    return server.send(request);
  }
}
