package org.yuzuri.lender.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yuzuri.lender.BootCommands;

/** A leased server with a token of its own sends what no server would. */
final class HostileRequestsTest {

  private static final Path REQUESTS = Path.of("..", "bench", "hostile-requests.json");
  private static final int PATIENCE_MILLISECONDS = 20_000;

  @TempDir Path directory;

  private TestBootServer endpoints;

  @BeforeEach
  void start() throws IOException {
    endpoints = new TestBootServer(directory);
    endpoints.serve(BootCommands.install().address("127.0.0.1/8").build());
  }

  @AfterEach
  void stop() {
    endpoints.close();
  }

  static Stream<Hostile> requests() throws IOException {
    JsonNode all = new ObjectMapper().readTree(REQUESTS.toFile());
    return StreamSupport.stream(all.spliterator(), false)
        .map(each -> new Hostile(each.get("name").asText(), each.get("send")));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void isRefusedAndLeavesNothing(Hostile request) throws IOException {
    String answer = answer(request);

    if (!answer.isEmpty()) {
      assertThat(answer).containsPattern("^HTTP/1.[01] (4\\d\\d|501|505) ");
      assertThat(answer).doesNotContain("Exception", "\tat ", "org.yuzuri");
    }
    assertThat(endpoints.reports).isEmpty();
    assertThat(endpoints.send(new TestKey().beat(endpoints, 1, "phase=post")).statusCode())
        .isEqualTo(200);
  }

  /** All that comes back until the server hangs up; empty when it says nothing. */
  private String answer(Hostile request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), endpoints.port())) {
      socket.setSoTimeout(PATIENCE_MILLISECONDS);
      try {
        request.sendTo(socket.getOutputStream(), endpoints.path("beat"));
        socket.shutdownOutput();
        return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
      } catch (SocketException hungUp) {
        return "";
      }
    }
  }

  /** One of the file's requests. */
  record Hostile(String name, JsonNode parts) {

    void sendTo(OutputStream out, String path) throws IOException {
      for (JsonNode part : parts) {
        out.write(
            part.isTextual()
                ? part.asText().replace("{path}", path).getBytes(ISO_8859_1)
                : part.get("repeat")
                    .asText()
                    .repeat(part.get("times").asInt())
                    .getBytes(ISO_8859_1));
      }
      out.flush();
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
