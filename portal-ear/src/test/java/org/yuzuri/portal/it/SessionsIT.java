package org.yuzuri.portal.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Who has a session, how many, and when it ends. Methods without {@code RunAsClient} run in the
 * portal's JVM, to look at its memory.
 */
@ExtendWith(ArquillianExtension.class)
class SessionsIT {

  private static final int REQUESTS_A_SOURCE = 1500;
  private static final List<String> SOURCES =
      List.of("127.0.0.2", "127.0.0.3", "127.0.0.4", "127.0.0.5");
  private static final long MOST_GROWTH = 24L << 20;

  /** In memory there are fewer: portal-ear/pom.xml. */
  private static final int MANY_SESSIONS = 30;

  @Test
  @RunAsClient
  void whoIsNotLoggedInGetsNoSession() throws Exception {
    Visitor stranger = new Visitor();
    for (String path :
        List.of(
            "",
            "index.xhtml",
            "order/list.xhtml",
            "order/view.xhtml?id=1",
            "login.xhtml",
            "login.xhtml?expired=1",
            "error.xhtml",
            "nothing/here",
            "jakarta.faces.resource/yuzuri.css.xhtml?ln=yuzuri",
            "jakarta.faces.push/changes?guessed",
            "login.xhtml?language=ja")) {
      assertNoSession(path, stranger.get(path));
    }
    assertNoSession("wrong password", stranger.logIn("viewer@alpha", "wrong"));
    assertNoSession("no password", stranger.logIn("viewer@alpha", ""));
  }

  private static void assertNoSession(String what, HttpResponse<String> answer) {
    List<String> cookies = answer.headers().allValues("Set-Cookie");
    assertFalse(cookies.stream().anyMatch(c -> c.startsWith("session=")), what + ": " + cookies);
  }

  @Test
  @RunAsClient
  void logInLeadsToThePageThatWasAskedFor() throws Exception {
    Visitor member = new Visitor();
    assertEquals(302, member.get("image/list.xhtml?text=a%20b").statusCode());

    HttpResponse<String> answer = member.logIn("viewer@alpha", "viewer-secret");

    assertEquals("/image/list.xhtml?text=a%20b", path(answer));
    assertEquals("/order/list.xhtml", path(member.logIn("viewer@alpha", "viewer-secret")));
  }

  private static String path(HttpResponse<String> redirect) {
    URI to = URI.create(redirect.headers().firstValue("Location").orElseThrow());
    return to.getRawPath() + (to.getRawQuery() == null ? "" : "?" + to.getRawQuery());
  }

  @Test
  @RunAsClient
  void oldestSessionOfAMemberEndsWithAWordWhenItHasTooMany() throws Exception {
    try (Rows rows = new Rows("everywhere")) {
      Visitor admin = Visitor.loggedInAs("admin@everywhere", "alpha-secret");
      List<Visitor> viewers = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        viewers.add(Visitor.loggedInAs("viewer@everywhere", "viewer-secret"));
      }

      HttpResponse<String> ended = viewers.get(0).get("image/list.xhtml");
      assertEquals("/login.xhtml?replaced=1", path(ended));
      String page = viewers.get(0).get("login.xhtml?replaced=1").body();
      assertTrue(page.contains("you have logged in ten times since"), page);
      assertEquals("/login.xhtml?replaced=1", path(viewers.get(1).get("order/list.xhtml")));
      assertEquals(200, viewers.get(2).get("order/list.xhtml").statusCode());
      assertEquals(200, viewers.get(11).get("order/list.xhtml").statusCode());
      assertEquals(200, admin.get("order/list.xhtml").statusCode());
      assertNotNull(rows);
    }
  }

  @Test
  @RunAsClient
  void logOutEndsTheSessionAlsoForWhoKeptItsCookie() throws Exception {
    Visitor member = Visitor.loggedInAs("admin@beta", "beta-secret");
    Visitor copy = member.withTheSameCookies();
    assertEquals(200, copy.get("order/list.xhtml").statusCode());

    HttpResponse<String> bye = logOut(member, "order/list.xhtml");

    assertEquals("/login.xhtml?bye=1", path(bye));
    assertEquals(302, member.get("order/list.xhtml").statusCode());
    assertEquals(302, copy.get("order/list.xhtml").statusCode());
  }

  @Test
  @RunAsClient
  void sessionThatWasLoggedOutDoesNotCount() throws Exception {
    Visitor first = Visitor.loggedInAs("operator", "operator-secret");
    for (int i = 0; i < 11; i++) {
      Visitor other = Visitor.loggedInAs("operator", "operator-secret");
      assertEquals(302, logOut(other, "server/list.xhtml").statusCode());
    }

    assertEquals(200, first.get("server/list.xhtml").statusCode());
  }

  private static HttpResponse<String> logOut(Visitor visitor, String path) throws Exception {
    return visitor.press(path, "session", "logout", "");
  }

  @Test
  @RunAsClient
  void sessionsIdIsTakenFromItsCookieOnly() throws Exception {
    Visitor member = Visitor.loggedInAs("admin@beta", "beta-secret");
    String page = member.get("order/list.xhtml").body();
    String id = member.cookieValue("session");

    assertFalse(page.contains(id), "the page shows it");
    assertFalse(page.contains("jsessionid"), page);
    for (String name : List.of("jsessionid", "session")) {
      int status = new Visitor().get("order/list.xhtml;" + name + "=" + id).statusCode();
      assertTrue(status == 302 || status == 404 || status == 400, name + ": " + status);
    }
  }

  @Test
  @RunAsClient
  void formThatAnotherSiteSendsIsRefusedAlsoTheLogIn() throws Exception {
    for (String[] header :
        new String[][] {
          {"Origin", "https://elsewhere.example"},
          {"Origin", "null"},
          {"Sec-Fetch-Site", "cross-site"},
          {"Sec-Fetch-Site", "same-site"}
        }) {
      Visitor victim = new Visitor().saying(header[0], header[1]);
      HttpResponse<String> answer = victim.logIn("admin@beta", "beta-secret");
      assertEquals(403, answer.statusCode(), String.join(" ", header));
      assertNoSession(header[1], answer);
    }
    Visitor own = new Visitor().saying("Sec-Fetch-Site", "same-origin");
    assertEquals(302, own.logIn("admin@beta", "beta-secret").statusCode());
  }

  /** More than are kept in memory: the others lie on the disk, with their pages. */
  @Test
  @RunAsClient
  void manySessionsTakeNoPageFromWhoHasOneOpen() throws Exception {
    try (Rows rows = new Rows("many")) {
      Visitor first = Visitor.loggedInAs("admin@many", "alpha-secret");
      String page = first.get("settings/edit.xhtml").body();
      long before = bytesOnDisk();
      List<String> logins =
          List.of(
              "viewer@many viewer-secret", "viewer@alpha viewer-secret", "admin@beta beta-secret");
      for (int i = 0; i < MANY_SESSIONS; i++) {
        String[] login = logins.get(i % logins.size()).split(" ", -1);
        Visitor other = Visitor.loggedInAs(login[0], login[1]);
        assertEquals(200, other.get("settings/list.xhtml").statusCode(), login[0]);
      }

      assertTrue(bytesOnDisk() > before, "no session lies on the disk");
      HttpResponse<String> saved =
          first.submit(
              "settings/edit.xhtml",
              page,
              "settings",
              "&settings%3Asave=x&settings%3Aname=kept&settings%3Arelease=KICKSTART_INSTALLER"
                  + "&settings%3Atext=reboot");

      assertEquals(302, saved.statusCode(), saved::body);
      assertNotNull(rows);
    }
  }

  /** What the node's store of sessions holds. */
  private static long bytesOnDisk() throws IOException {
    Path store = Path.of(System.getProperty("it.state"), "server/data/infinispan/web");
    try (Stream<Path> files = Files.walk(store)) {
      long bytes = 0;
      for (Path file : files.filter(f -> f.toString().contains("/data/ispn")).toList()) {
        bytes += Files.size(file);
      }
      return bytes;
    }
  }

  @Test
  void floodOfStrangersTakesNoMemoryAndThrowsNobodyOut() throws Exception {
    Visitor member = Visitor.loggedInAs("admin@alpha", "alpha-secret");
    flood(100);
    long before = usedHeap();

    int answered = flood(REQUESTS_A_SOURCE);

    assertEquals(SOURCES.size() * REQUESTS_A_SOURCE, answered);
    long grown = usedHeap() - before;
    System.out.println("heap grew by " + (grown >> 10) + " KiB in " + answered + " requests");
    assertTrue(grown < MOST_GROWTH, "heap grew by " + (grown >> 10) + " KiB");
    assertEquals(200, member.get("order/list.xhtml").statusCode());
    Visitor late = Visitor.loggedInAs("operator", "operator-secret");
    assertEquals(200, late.get("server/list.xhtml").statusCode());
  }

  /** From all sources at once; how many requests were answered, each without a session. */
  private static int flood(int requests) throws Exception {
    ExecutorService strangers = Executors.newFixedThreadPool(SOURCES.size());
    try {
      List<Callable<Integer>> work = new ArrayList<>();
      for (String source : SOURCES) {
        work.add(() -> ask(source, requests));
      }
      int answered = 0;
      for (Future<Integer> one : strangers.invokeAll(work)) {
        answered += one.get();
      }
      return answered;
    } finally {
      strangers.shutdownNow();
    }
  }

  private static int ask(String source, int requests) throws IOException {
    int answered = 0;
    for (int i = 0; i < requests; i++) {
      String path = i % 3 == 0 ? "login.xhtml" : "order/view.xhtml?id=" + i;
      URI portal = URI.create(Visitor.BASE);
      try (Socket socket =
          new Socket(
              InetAddress.getByName(portal.getHost()),
              portal.getPort(),
              InetAddress.getByName(source),
              0)) {
        socket.setSoTimeout(60_000);
        String head = "GET /" + path + " HTTP/1.1\r\nHost: portal\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        String answer =
            new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        assertTrue(answer.matches("(?s)HTTP/1.1 (200|302) .*"), answer);
        assertFalse(answer.contains("Set-Cookie: session="), answer);
        answered++;
      }
    }
    return answered;
  }

  private static long usedHeap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
