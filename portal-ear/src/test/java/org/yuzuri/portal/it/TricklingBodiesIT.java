package org.yuzuri.portal.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.yuzuri.portal.it.HeldBodies.pages;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Strangers, a tenant and daemons begin as many large bodies as they like and do not end them, and
 * lender agents as many files and do not read them, nor others their pages: everybody else is
 * answered.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class TricklingBodiesIT {

  private static final Path SECURITY = Path.of(System.getProperty("it.state"), "security");

  /** Where those are who send or read slowly; everybody else is at another address. */
  private static final String STRANGERS = "127.0.0.66";

  private static final String TENANT = "127.0.0.67";
  private static final String REFUSED = "127.0.0.68";

  /** More than all threads of a door, together with those that are let in. */
  private static final int MANY = 40;

  private static final int AT_ONCE_OF_ONE_SENDER = 8;
  private static final int AT_ONCE_OF_ONE_DAEMON = 2;
  private static final int AT_ONCE_OF_ALL_DAEMONS = 12;
  private static final int FILES_OF_ALL_DAEMONS = 8;
  private static final Duration SOON = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final String READ = "HTTP/1.1 100 ";
  private static final String BUSY = "HTTP/1.1 503 ";
  private static final String SENT = "HTTP/1.1 200 ";
  private static final String WAITS = "Expect: 100-continue\r\n";
  private static final String ORIGIN = "Origin: https://elsewhere.example\r\n";
  private static final String CALL = "POST /agent/v1/reports";
  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String FILE = "application/octet-stream";
  private static final String LARGE_FORM = "a=" + "x".repeat(100_000);
  private static final int KILOBYTES_200 = 200_000;
  private static final int KILOBYTES_300 = 300_000;
  private static final int MEGABYTE = 1_000_000;
  private static final int MEGABYTES_5 = 5_000_000;

  /** Of a quarter of a megabyte each: more than lies in the buffers of a connection. */
  private static final int ANSWERS = 40;

  /** More than lies in the buffers of a connection. */
  private static final int FILE_BYTES = 64 << 20;

  @Test
  void nobodyHoldsThePagesUp() throws Exception {
    Visitor member = Visitor.loggedInAs("admin@beta", "beta-secret");
    Visitor slowMember = Visitor.loggedInAs("admin@alpha", "alpha-secret");
    String cookie = slowMember.cookie();
    try (HeldBodies strangers = new HeldBodies();
        HeldBodies refused = new HeldBodies();
        HeldBodies tenant = new HeldBodies()) {
      strangers.begin(
          MANY, pages(STRANGERS), head("POST /verify.xhtml", FORM, KILOBYTES_300, WAITS));
      tenant.begin(
          MANY, pages(TENANT), head("POST /settings/edit.xhtml", FORM, MEGABYTE, WAITS + cookie));
      refused.begin(MANY, pages(REFUSED), head("GET /welcome.xhtml?x=1", FORM, MEGABYTE, "") + "a");
      refused.begin(
          MANY, pages(REFUSED), head("GET /login.xhtml?xlanguage=1", FORM, MEGABYTE, "") + "a");
      refused.begin(MANY, pages(REFUSED), head("POST /order/list.xhtml", FORM, MEGABYTE, "") + "a");
      refused.begin(MANY, pages(REFUSED), head("POST /login.xhtml", FORM, MEGABYTE, ORIGIN) + "a");

      assertHeld(strangers.answers(), AT_ONCE_OF_ONE_SENDER);
      assertHeld(tenant.answers(), AT_ONCE_OF_ONE_SENDER);
      String busy = tenant.answers().stream().filter(of -> of.startsWith(BUSY)).findAny().get();
      assertTrue(busy.contains("Retry-After: 60\r\n") && busy.contains("Too much is on"), busy);
      assertTrue(refused.answers().stream().allMatch(of -> of.matches("(?s)HTTP/1.1 (302|4).*")));
      strangers.drip();
      tenant.drip();
      refused.drip();

      assertTimeout(
          SOON, () -> assertEquals(200, member.get("order/list.xhtml").statusCode(), "a member"));
      assertTimeout(
          SOON, () -> assertEquals(200, new Visitor().get("login.xhtml").statusCode(), "anybody"));
      assertTimeout(SOON, () -> assertNotEquals(503, sendForm(member), "another tenant's form"));
    }
    awaitNot(503, () -> sendForm(slowMember));
    awaitNot(503, () -> new Visitor().send("verify.xhtml", FORM, LARGE_FORM));
  }

  @Test
  void whoDoesNotReadItsAnswersHoldsThePagesUpNeither() throws Exception {
    Visitor member = Visitor.loggedInAs("admin@beta", "beta-secret");
    String cookie = Visitor.loggedInAs("admin@alpha", "alpha-secret").cookie();
    String script = "GET /jakarta.faces.resource/components.js.xhtml?ln=primefaces HTTP/1.1\r\n";
    try (HeldBodies strangers = new HeldBodies();
        HeldBodies tenant = new HeldBodies()) {
      strangers.begin(MANY, pages(STRANGERS), (script + "Host: 127.0.0.1\r\n\r\n").repeat(ANSWERS));
      tenant.begin(
          MANY, pages(TENANT), (script + "Host: 127.0.0.1\r\n" + cookie + "\r\n").repeat(ANSWERS));
      assertTrue(strangers.answers().stream().anyMatch(of -> of.startsWith(SENT)));
      assertTrue(tenant.answers().stream().anyMatch(of -> of.startsWith(SENT)));

      assertEquals(200, member.get("order/list.xhtml").statusCode(), "a member");
      assertEquals(200, new Visitor().get("login.xhtml").statusCode(), "anybody");
      assertNotEquals(503, sendForm(member), "another tenant's form");
    }
  }

  @Test
  void fileThatIsHeldBackCountsAsAnyBody() throws Exception {
    Visitor slowMember = Visitor.loggedInAs("admin@alpha", "alpha-secret");
    String owned = "X-Yuzuri-Upload: 1\r\n" + slowMember.cookie();
    String upload = "POST /image/upload?image=1&role=KERNEL&name=k";
    try (HeldBodies files = new HeldBodies()) {
      files.begin(MANY, pages(TENANT), head(upload, FILE, MEGABYTE, owned) + "a");

      List<String> last = files.answers();
      assertEquals(
          MANY - AT_ONCE_OF_ONE_SENDER,
          last.stream().filter(of -> of.startsWith(BUSY)).count(),
          last::toString);
    }
    awaitNot(503, () -> sendForm(slowMember));
  }

  @Test
  void nobodyHoldsTheDaemonsDoorUp() throws Exception {
    try (Fleet fleet = new Fleet(SECURITY);
        HeldBodies strangers = new HeldBodies();
        HeldBodies oversize = new HeldBodies();
        HeldBodies first = new HeldBodies();
        HeldBodies others = new HeldBodies()) {
      TestDaemon stranger = new TestDaemon(SECURITY);
      Fleet.Member oversized = fleet.newMember();
      Fleet.Member slow = fleet.newMember();
      TestDaemon member = fleet.newMember().daemon();
      String large = head(CALL, JSON, KILOBYTES_200, WAITS);
      strangers.begin(MANY, stranger::connect, head(CALL, JSON, KILOBYTES_200, "") + "{");
      oversize.begin(16, oversized.daemon()::connect, head(CALL, JSON, MEGABYTES_5, "") + "{");
      first.begin(AT_ONCE_OF_ONE_DAEMON, slow.daemon()::connect, large);
      assertHeld(first.answers(), AT_ONCE_OF_ONE_DAEMON);
      first.begin(8, slow.daemon()::connect, large);
      for (int at = 0; at < AT_ONCE_OF_ALL_DAEMONS; at++) {
        others.begin(1, fleet.newMember().daemon()::connect, large);
      }

      assertHeld(first.answers(), AT_ONCE_OF_ONE_DAEMON);
      assertHeld(others.answers(), AT_ONCE_OF_ALL_DAEMONS - AT_ONCE_OF_ONE_DAEMON);
      assertTrue(strangers.answers().stream().allMatch(of -> of.startsWith("HTTP/1.1 413 ")));
      assertTrue(oversize.answers().stream().allMatch(of -> of.startsWith("HTTP/1.1 413 ")));
      strangers.drip();
      oversize.drip();
      first.drip();

      assertTimeout(
          SOON, () -> assertEquals(200, member.post("reports", "{\"reports\":[]}").status()));
      assertTimeout(SOON, () -> assertEquals(200, member.get("commands?after=0").status()));
      first.hangUp();
      awaitNot(503, () -> member.post("reports", " ".repeat(KILOBYTES_200)).status());
    }
  }

  @Test
  void whoDoesNotReadItsFilesHoldsTheDaemonsDoorUpNeither() throws Exception {
    String hash = "5".repeat(64);
    String small = "6".repeat(64);
    List<Fleet.Member> agents = new ArrayList<>();
    try (Fleet fleet = new Fleet(SECURITY);
        HeldBodies first = new HeldBodies();
        HeldBodies second = new HeldBodies();
        HeldBodies others = new HeldBodies();
        HeldBodies bodies = new HeldBodies()) {
      storeEmptyFile(hash, FILE_BYTES);
      storeEmptyFile(small, 1);
      String read = "GET /agent/v1/files/" + hash + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
      for (int at = 0; at < FILES_OF_ALL_DAEMONS; at++) {
        agents.add(fleet.newLenderAgent());
      }
      Fleet.Member slow = agents.get(0);
      Fleet.Member sender = fleet.newMember();
      TestDaemon member = fleet.newMember().daemon();
      first.begin(16, slow.daemon()::connect, read);
      assertHeld(SENT, first.answers(), AT_ONCE_OF_ONE_DAEMON);
      assertTrue(first.shown().contains("Retry-After: 5\r\n"), first::shown);
      TestDaemon renewed = fleet.renewed(slow);
      second.begin(4, renewed::connect, read);
      assertHeld(SENT, second.answers(), 0);
      for (Fleet.Member agent : agents.subList(1, agents.size())) {
        others.begin(2, agent.daemon()::connect, read);
      }
      assertHeld(SENT, others.answers(), FILES_OF_ALL_DAEMONS - AT_ONCE_OF_ONE_DAEMON);
      bodies.begin(
          AT_ONCE_OF_ONE_DAEMON, sender.daemon()::connect, head(CALL, JSON, KILOBYTES_200, WAITS));
      assertHeld(bodies.answers(), AT_ONCE_OF_ONE_DAEMON);

      assertTimeout(
          SOON, () -> assertEquals(200, member.post("reports", "{\"reports\":[]}").status()));
      assertTimeout(
          SOON,
          () -> assertNotEquals(503, member.post("reports", " ".repeat(KILOBYTES_200)).status()));
      assertTimeout(
          SOON, () -> assertEquals(200, new Visitor().get("login.xhtml").statusCode(), "anybody"));
      first.hangUp();
      others.hangUp();
      awaitNot(503, () -> renewed.get("files/" + small).status());
    } finally {
      Files.deleteIfExists(stored(hash));
      Files.deleteIfExists(stored(small));
      try (Fleet fleet = new Fleet(SECURITY)) {
        for (Fleet.Member agent : agents) {
          fleet.forget(agent);
        }
      }
    }
  }

  private static Path stored(String hash) {
    return Path.of(System.getenv("YUZURI_IMAGE_DIRECTORY"), hash.substring(0, 2), hash);
  }

  private static void storeEmptyFile(String hash, int bytes) throws IOException {
    Files.createDirectories(stored(hash).getParent());
    try (RandomAccessFile file = new RandomAccessFile(stored(hash).toFile(), "rw")) {
      file.setLength(bytes);
    }
  }

  /** As many are read, and what is more is told to come again. */
  private static void assertHeld(List<String> answers, int read) {
    assertHeld(READ, answers, read);
  }

  private static void assertHeld(String begin, List<String> answers, int held) {
    assertEquals(held, answers.stream().filter(of -> of.startsWith(begin)).count(), begin);
    assertEquals(
        answers.size() - held, answers.stream().filter(of -> of.startsWith(BUSY)).count(), "busy");
  }

  private static int sendForm(Visitor visitor) throws IOException, InterruptedException {
    return visitor.send("settings/edit.xhtml", FORM, LARGE_FORM);
  }

  /** Who has hung up is noticed a moment later. */
  private static void awaitNot(int status, Callable<Integer> call) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (call.call() == status) {
      assertTrue(System.nanoTime() < end, "still " + status);
    }
  }

  private static String head(String request, String type, int length, String more) {
    return request
        + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        + more
        + "Content-Type: "
        + type
        + "\r\nContent-Length: "
        + length
        + "\r\n\r\n";
  }
}
