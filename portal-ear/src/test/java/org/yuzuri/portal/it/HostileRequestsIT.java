package org.yuzuri.portal.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;

/**
 * A stranger sends to the pages and to the daemons' door what no browser and no daemon would. A
 * page may ignore what it does not look at, and be shown as ever.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class HostileRequestsIT {

  private static final Path REQUESTS = Path.of("..", "bench", "hostile-requests.json");
  private static final Path STATE = Path.of(System.getProperty("it.state"));

  /** Or shown the way to the log-in page, as for every page that a stranger asks for. */
  private static final Pattern REFUSED =
      Pattern.compile(
          "HTTP/1.[01] (4\\d\\d|501|505|302 Found\\r\\n(.*\\r\\n)*Location: [^\\r]*/login.xhtml)");

  private static final int PATIENCE_MILLISECONDS = 20_000;
  private static final int SLOW = 200;

  /** Of one call. */
  private static final int DAEMONS_BYTES = 4 << 20;

  private static final List<String> DAEMONS_CALLS =
      List.of("reports", "renewals", "certificates", "settings");

  @Test
  void pagesRefuseAll() throws Exception {
    assertAllRefused(HostileRequestsIT::toThePages, "/login.xhtml");
  }

  @Test
  void pagesDoNotSpeakHttp2InClear() throws Exception {
    String upgrade =
        "GET /login.xhtml HTTP/1.1\r\nHost: h\r\nConnection: Upgrade, HTTP2-Settings, close\r\n"
            + "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n";
    String preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

    try (HeldBodies upgraded = new HeldBodies();
        HeldBodies prefaced = new HeldBodies()) {
      upgraded.begin(1, HostileRequestsIT::toThePages, upgrade);
      prefaced.begin(1, HostileRequestsIT::toThePages, preface);

      assertTrue(upgraded.answers().get(0).startsWith("HTTP/1.1 200 "), upgraded::shown);
      assertFalse(prefaced.answers().get(0).startsWith("HTTP/1.1 2"), prefaced::shown);
      assertFalse(prefaced.answers().get(0).startsWith("\0"), "it is answered by frames");
    }
  }

  @Test
  void daemonsDoorRefusesAll() throws Exception {
    TestDaemon stranger = new TestDaemon(STATE.resolve("security"));
    long before = linesOfStacks();

    assertAllRefused(stranger::connect, "/agent/v1/enrolments");

    assertEquals(before, linesOfStacks(), "a stranger fills the log with traces of the stack");
  }

  @Test
  void enrolledDaemonIsRefusedNoLess() throws Exception {
    try (Fleet fleet = new Fleet(STATE.resolve("security"))) {
      Fleet.Member daemon = fleet.newMember();
      long before = linesOfStacks();

      assertAllRefused(daemon.daemon()::connect, "/agent/v1/reports");

      assertEquals(before, linesOfStacks(), "a daemon fills the log with traces of the stack");
      assertEquals(0, fleet.reportsOf(daemon.id()));
    }
  }

  @Test
  void enrolledDaemonIsToldHowMuchACallTakes() throws Exception {
    try (Fleet fleet = new Fleet(STATE.resolve("security"))) {
      Fleet.Member member = fleet.newMember();
      long before = linesOfStacks();

      for (String call : DAEMONS_CALLS) {
        TestDaemon.Answer answer = member.daemon().post(call, " ".repeat(DAEMONS_BYTES + 1));

        assertEquals(413, answer.status(), call + ": " + answer.body());
        assertTrue(
            answer.body().contains("TOO_LARGE")
                && answer.body().contains((DAEMONS_BYTES + 1) + " bytes")
                && answer.body().contains("at most " + DAEMONS_BYTES),
            answer::body);
      }
      TestDaemon.Answer most = member.daemon().post("reports", " ".repeat(DAEMONS_BYTES));
      assertEquals(400, most.status(), most::body);
      assertEquals(before, linesOfStacks(), "a daemon fills the log with traces of the stack");
    }
  }

  @Test
  void whoBreaksOffABodyLeavesNoTrace() throws Exception {
    try (Fleet fleet = new Fleet(STATE.resolve("security"))) {
      TestDaemon daemon = fleet.newMember().daemon();
      Visitor operator = Visitor.loggedInAs("operator", "operator-secret");
      Visitor tenant = Visitor.loggedInAs("admin@alpha", "alpha-secret");
      String form = "Content-Type: application/x-www-form-urlencoded\r\n";
      String half = "Host: h\r\nContent-Length: 200000\r\n\r\na=";
      String upload = "Content-Type: application/octet-stream\r\nX-Yuzuri-Upload: 1\r\n";
      long before = linesOfStacks();

      for (String call : DAEMONS_CALLS) {
        assertBrokenOff(
            daemon.connect(),
            "POST /agent/v1/" + call + " HTTP/1.1\r\nContent-Type: application/json\r\n" + half);
      }
      for (Visitor visitor : List.of(new Visitor(), operator, tenant)) {
        String head = " HTTP/1.1\r\n" + visitor.cookie() + form;
        assertBrokenOff(toThePages(), "POST /verify.xhtml" + head + half);
        assertBrokenOff(toThePages(), "POST /order/list.xhtml" + head + half);
        assertBrokenOff(toThePages(), "POST /server/import.xhtml" + head + half);
      }
      assertBrokenOff(
          toThePages(),
          "POST /image/upload?image=1&role=KERNEL&name=k HTTP/1.1\r\n"
              + tenant.cookie()
              + upload
              + half);

      assertEquals(before, linesOfStacks(), "who hangs up fills the log with traces of the stack");
    }
  }

  private static void assertBrokenOff(Socket socket, String begin) throws IOException {
    try (socket) {
      socket.setSoTimeout(PATIENCE_MILLISECONDS);
      send(socket, begin);
      socket.shutdownOutput();
      String answer = firstLines(socket);
      assertTrue(answer.isEmpty() || REFUSED.matcher(answer).lookingAt(), begin + answer);
    }
  }

  private static long linesOfStacks() throws IOException {
    try (Stream<String> lines = Files.lines(STATE.resolve("server/log/server.log"))) {
      return lines.filter(line -> line.startsWith("\tat ")).count();
    }
  }

  @Test
  void slowStrangersTakeNobodysPlace() throws Exception {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int at = 0; at < SLOW; at++) {
        Socket socket = toThePages();
        slow.add(socket);
        send(
            socket,
            "POST /login.xhtml HTTP/1.1\r\nHost: h\r\nContent-Type:"
                + " application/x-www-form-urlencoded\r\nContent-Length: 60000\r\n\r\na=");
      }

      assertEquals(200, new Visitor().get("login.xhtml").statusCode());
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  private static void assertAllRefused(Callable<Socket> face, String path) throws Exception {
    List<Executable> refused = new ArrayList<>();
    for (JsonNode request : new ObjectMapper().readTree(REQUESTS.toFile())) {
      String answer = answer(face, request.get("send"), path);
      String name = request.get("name").asText();
      String shown = name + ": " + answer.lines().findFirst().orElse("hung up");
      boolean ignored = request.has("ignored") && answer.contains(path);
      refused.add(
          () ->
              assertTrue(
                  ignored || answer.isEmpty() || REFUSED.matcher(answer).lookingAt(), shown));
      refused.add(
          () -> assertFalse(answer.contains("Exception") || answer.contains("\tat "), name));
    }
    assertAll(refused);
    assertEquals(200, new Visitor().get("login.xhtml").statusCode());
  }

  /** All that comes back until the server hangs up; empty when it says nothing. */
  private static String answer(Callable<Socket> face, JsonNode parts, String path)
      throws Exception {
    try (Socket socket = face.call()) {
      socket.setSoTimeout(PATIENCE_MILLISECONDS);
      for (JsonNode part : parts) {
        send(
            socket,
            part.isTextual()
                ? part.asText().replace("{path}", path)
                : part.get("repeat").asText().repeat(part.get("times").asInt()));
      }
      return firstLines(socket);
    } catch (SocketException hungUp) {
      return "";
    }
  }

  /** Up to 8 KiB: the head and the begin of the text. */
  private static String firstLines(Socket socket) throws IOException {
    byte[] bytes = new byte[8192];
    int read = socket.getInputStream().read(bytes);
    return new String(bytes, 0, Math.max(read, 0), ISO_8859_1);
  }

  private static Socket toThePages() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), URI.create(Visitor.BASE).getPort());
  }

  private static void send(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(ISO_8859_1));
    out.flush();
  }
}
