package org.yuzuri.portal.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undertow.Version;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.shiro.authz.UnauthenticatedException;
import org.apache.shiro.authz.UnauthorizedException;
import org.apache.shiro.mgt.DefaultSecurityManager;
import org.apache.shiro.realm.SimpleAccountRealm;
import org.apache.shiro.subject.Subject;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.settings.SettingsService;

/** Who gets in, and what each may see. Client methods talk HTTP, the others run inside. */
@ExtendWith(ArquillianExtension.class)
class PortalIT {

  private static final String MAC = "52:54:00:00:00:99";

  @Inject SettingsService settings;

  private static final String TOO_LARGE = "HTTP/1.1 413 Request Entity Too Large";
  private static final String LENGTH_REQUIRED = "HTTP/1.1 411 Length Required";

  @Test
  void undertowThatRunsIsTheRepairedOne() {
    assertEquals("2.3.25.Final", Version.getVersionString());
  }

  @Test
  void serviceRefusesWhoeverIsNotLoggedIn() {
    Subject nobody =
        new Subject.Builder(new DefaultSecurityManager(new SimpleAccountRealm())).buildSubject();

    RuntimeException refused =
        assertThrows(RuntimeException.class, () -> nobody.execute((Runnable) settings::list));

    assertTrue(
        refused instanceof UnauthenticatedException || refused instanceof UnauthorizedException,
        refused::toString);
  }

  @Test
  @RunAsClient
  void strangerIsSentToTheLogIn() throws Exception {
    HttpResponse<String> answer = new Visitor().get("image/list.xhtml");

    assertEquals(302, answer.statusCode());
    assertTrue(answer.headers().firstValue("Location").orElse("").contains("/login.xhtml"));
  }

  @Test
  @RunAsClient
  void wrongPasswordSaysSoAndStaysOutside() throws Exception {
    Visitor visitor = new Visitor();

    HttpResponse<String> answer = visitor.logIn("admin@alpha", "not it");

    assertEquals(200, answer.statusCode());
    assertTrue(answer.body().contains("Login or password is wrong."), answer::body);
    assertEquals(302, visitor.get("order/list.xhtml").statusCode());
  }

  @Test
  @RunAsClient
  void guessingSoonHasToWaitWhetherOrNotTheLoginExists() throws Exception {
    try (Rows rows = new Rows("guessed")) {
      assertNotNull(rows);
      for (String login : List.of("viewer@guessed", "nobody@guessed")) {
        HttpResponse<String> answer = new Visitor().logIn(login, "wrong");
        for (int i = 1; i < 6; i++) {
          assertEquals(200, answer.statusCode(), login);
          assertTrue(answer.body().contains("Login or password is wrong"), answer::body);
          answer = new Visitor().logIn(login, "wrong");
        }
        HttpResponse<String> late = new Visitor().logIn(login, "wrong");

        assertEquals(429, late.statusCode(), login);
        assertTrue(late.headers().firstValue("Retry-After").orElse("").matches("[1-5]"), login);
        assertTrue(late.body().contains("Too many tries from where you are"), late::body);
      }
    }
    assertEquals(302, new Visitor().logIn("admin@beta", "beta-secret").statusCode());
  }

  @Test
  @RunAsClient
  void logInBeginsASessionUnderANewIdWhoseCookieIsGuarded() throws Exception {
    Visitor visitor = new Visitor();
    String before = sessionCookie(visitor.logIn("admin@beta", "beta-secret"));
    String after = sessionCookie(visitor.logIn("admin@beta", "beta-secret"));

    assertNotEquals(before.replaceFirst(";.*", ""), after.replaceFirst(";.*", ""));
    for (String cookie : List.of(before, after)) {
      assertTrue(cookie.contains("HttpOnly"), cookie);
      assertTrue(cookie.contains("SameSite=Lax"), cookie);
      assertTrue(cookie.matches("(?i).*; *path=/(;.*)?"), cookie);
    }
  }

  private static String sessionCookie(HttpResponse<String> answer) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(cookie -> cookie.startsWith("session="))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no session cookie: " + answer.headers().map()));
  }

  @Test
  @RunAsClient
  void memberSeesItsOrdersAfterTheLogIn() throws Exception {
    Visitor visitor = Visitor.loggedInAs("admin@alpha", "alpha-secret");

    HttpResponse<String> page = visitor.get("order/list.xhtml");

    assertEquals(200, page.statusCode());
    assertTrue(page.body().contains("No orders yet"), page::body);
  }

  @Test
  @RunAsClient
  void sessionEndsAtTheNextRequestWhenItsAccountIsAnother() throws Exception {
    try (Rows rows = new Rows("leaving")) {
      Visitor admin = Visitor.loggedInAs("admin@leaving", "alpha-secret");
      Visitor viewer = Visitor.loggedInAs("viewer@leaving", "viewer-secret");
      String path = "image/list.xhtml";
      String page = admin.get(path).body();

      rows.changeRole("admin@leaving", Role.VIEWER);

      assertTrue(admin.rows(path, page, "images:list", "").contains("login.xhtml?expired=1"));
      assertEquals(302, admin.get("order/list.xhtml").statusCode());
      assertEquals(200, viewer.get("order/list.xhtml").statusCode());
      rows.closeTenant();
      assertEquals(302, viewer.get("order/list.xhtml").statusCode());
    }
  }

  @Test
  @RunAsClient
  void memberTurnsThePagesOfASortedList() throws Exception {
    Visitor member = Visitor.loggedInAs("admin@beta", "beta-secret");
    for (int number = 1; number <= 30; number++) {
      member.press("image/new.xhtml", "image", "add", "&image:name=" + image(number));
    }
    String path = "image/list.xhtml?text=numbered";
    String page = member.get(path).body();
    String table = "images:list";
    String column = Visitor.firstSortable(page, table);

    String sort = "&" + table + "_sorting=true&" + table + "_sortDir=-1&" + table + "_sortKey=";
    String turn = "&" + table + "_pagination=true&" + table + "_rows=25&" + table + "_first=25";

    assertEquals(images(30, 6), shownImages(member.rows(path, page, table, sort + column)));
    assertEquals(images(5, 1), shownImages(member.rows(path, page, table, turn)));
  }

  @Test
  @RunAsClient
  void memberFindsWhatTheListHidesUnlessAsked() throws Exception {
    Visitor member = Visitor.loggedInAs("admin@beta", "beta-secret");
    HttpResponse<String> saved =
        member.press(
            "settings/edit.xhtml",
            "settings",
            "save",
            "&settings:name=dropped&settings:release=KICKSTART_INSTALLER&settings:text=reboot");
    String location = saved.headers().firstValue("Location").orElseThrow();
    String edit = location.substring(location.indexOf("settings/edit.xhtml"));
    assertEquals(302, member.press(edit, "settings", "remove", "").statusCode());

    String usual = member.get("settings/list.xhtml").body();
    String removed = member.get("settings/list.xhtml?state=REMOVED").body();

    assertFalse(usual.contains(edit), usual);
    assertTrue(usual.contains("id=\"find\""), usual);
    assertTrue(removed.contains(edit), removed);
  }

  @Test
  @RunAsClient
  void operatorsPagesAreForbiddenToTenants() throws Exception {
    Visitor tenant = Visitor.loggedInAs("admin@alpha", "alpha-secret");

    assertEquals(403, tenant.get("server/list.xhtml").statusCode());
    assertEquals(403, tenant.get("daemon/list.xhtml").statusCode());
    assertEquals(
        200,
        Visitor.loggedInAs("operator", "operator-secret").get("server/list.xhtml").statusCode());
  }

  @Test
  @RunAsClient
  void operatorDoesNotReadTenantsSettings() throws Exception {
    Visitor operator = Visitor.loggedInAs("operator", "operator-secret");

    assertEquals(403, operator.get("settings/edit.xhtml?id=1").statusCode());
    assertEquals(403, operator.get("settings/list.xhtml").statusCode());
  }

  @Test
  @RunAsClient
  void anotherTenantsIdAnswersAsAMissingOne() throws Exception {
    Visitor owner = Visitor.loggedInAs("admin@alpha", "alpha-secret");
    Visitor other = Visitor.loggedInAs("admin@beta", "beta-secret");

    assertEquals(200, owner.get("settings/edit.xhtml?id=1").statusCode());
    HttpResponse<String> foreign = other.get("settings/edit.xhtml?id=1");
    HttpResponse<String> missing = other.get("settings/edit.xhtml?id=7");
    assertEquals(404, foreign.statusCode());
    assertEquals(missing.statusCode(), foreign.statusCode());
    assertTrue(foreign.body().contains("There is no Install settings 1"), foreign::body);
  }

  @Test
  @RunAsClient
  void changeOfAServerIsPushedToThePageThatShowsIt() throws Exception {
    Visitor operator = Visitor.loggedInAs("operator", "operator-secret");
    HttpResponse<String> added =
        operator.press("server/edit.xhtml", "server", "save", server(operator, MAC));
    assertEquals(302, added.statusCode(), added::body);
    String location = added.headers().firstValue("Location").orElseThrow();
    String page = location.substring(location.indexOf("server/view.xhtml"));
    BlockingQueue<String> heard = operator.listen(page);

    assertEquals(302, operator.press(page, "decide", "admit", "").statusCode());

    String signal = heard.poll(30, TimeUnit.SECONDS);
    assertNotNull(signal, "nothing was pushed within 30 s");
    assertTrue(signal.contains("SERVER:" + page.substring(page.indexOf("id=") + 3)), signal);
    assertTrue(operator.get(page).body().contains("data-state=\"INSPECTING\""));
  }

  @Test
  @RunAsClient
  void strangersCannotListen() {
    CompletionException refused =
        assertThrows(
            CompletionException.class,
            () -> new Visitor().listenAt("jakarta.faces.push/changes?guessed"));

    assertInstanceOf(WebSocketHandshakeException.class, refused.getCause());
  }

  @Test
  @RunAsClient
  void serverThatCannotBeIsNamedFieldByField() throws Exception {
    Visitor operator = Visitor.loggedInAs("operator", "operator-secret");

    HttpResponse<String> answer =
        operator.press("server/edit.xhtml", "server", "save", server(operator, "52:54:00"));

    assertEquals(200, answer.statusCode());
    assertTrue(answer.body().contains("six pairs of hexadecimal digits"), answer::body);
    assertTrue(answer.body().contains("value=\"it-server\""), "what was typed in is kept");
    assertFalse(answer.body().contains("hidden-word"), "the password is not sent back");
  }

  @Test
  @RunAsClient
  void tenantsDoNotSeeTheFormsOfTheOperator() throws Exception {
    Visitor tenant = Visitor.loggedInAs("admin@alpha", "alpha-secret");

    assertEquals(403, tenant.get("server/edit.xhtml").statusCode());
    assertEquals(403, tenant.get("daemon/network.xhtml?id=1").statusCode());
  }

  @Test
  @RunAsClient
  void pagesCarryTheSecurityHeaders() throws Exception {
    HttpResponse<String> page = new Visitor().get("login.xhtml");

    String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
    assertTrue(policy.contains("script-src 'self' 'nonce-"), policy);
    assertEquals("nosniff", page.headers().firstValue("X-Content-Type-Options").orElse(""));
    assertEquals("DENY", page.headers().firstValue("X-Frame-Options").orElse(""));
  }

  /** What ended the portal once: Faces read all of it for its parameters. */
  @Test
  @RunAsClient
  void largeBodyOfAStrangerIsRefusedUnread() throws Exception {
    Visitor stranger = new Visitor();
    String large = "Content-Length: 700000000\r\n";
    String form = "Content-Type: application/x-www-form-urlencoded\r\n";
    String parts = "Content-Type: multipart/form-data; boundary=b\r\n";
    String chunks = "Transfer-Encoding: chunked\r\n";

    assertEquals(TOO_LARGE, stranger.announce("login.xhtml", large + form));
    assertEquals(TOO_LARGE, stranger.announce("login.xhtml", large + parts));
    assertEquals(TOO_LARGE, stranger.announce("jakarta.faces.resource/x", large + form));
    assertEquals(LENGTH_REQUIRED, stranger.announce("login.xhtml", chunks + form));
    assertEquals(200, stranger.get("login.xhtml").statusCode());
  }

  @Test
  @RunAsClient
  void membersFormIsTakenUpToOneMebibyte() throws Exception {
    Visitor member = Visitor.loggedInAs("admin@alpha", "alpha-secret");
    String form = "application/x-www-form-urlencoded";
    String large = "Content-Type: " + form + "\r\nContent-Length: 2000000\r\n";

    assertEquals(TOO_LARGE, member.announce("settings/edit.xhtml", large));
    assertEquals(415, member.send("image/upload?image=1&role=KERNEL&name=k", form, "a=1"));
    assertEquals(200, member.send("settings/edit.xhtml", form, "a=" + "a".repeat(900 << 10)));
  }

  @Test
  @RunAsClient
  void fileOfAnImageIsStreamedWhateverItsSize() throws Exception {
    Visitor member = Visitor.loggedInAs("admin@alpha", "alpha-secret");
    HttpResponse<String> added =
        member.press("image/new.xhtml", "image", "add", "&image:name=streamed");
    String location = added.headers().firstValue("Location").orElseThrow();
    String id = location.substring(location.indexOf("id=") + 3);
    String upload = "image/upload?image=" + id + "&name=modules.tar&role=";
    String type = "application/octet-stream";

    assertEquals(204, member.send(upload + "MODULES", type, "m".repeat(5 << 20)));
    assertEquals(422, member.send(upload + "SHELL", type, "m"));
    assertEquals(
        404, Visitor.loggedInAs("admin@beta", "beta-secret").send(upload + "MODULES", type, "m"));

    assertTrue(member.get("image/view.xhtml?id=" + id).body().contains("modules.tar"));
  }

  @Test
  @RunAsClient
  void daemonsCallsAreNotOnTheBrowsersPort() throws Exception {
    assertEquals(404, new Visitor().get("agent/v1/commands").statusCode());
  }

  private static String image(int number) {
    return "numbered-" + (100 + number);
  }

  private static List<String> images(int first, int last) {
    return IntStream.iterate(first, number -> number >= last, number -> number - 1)
        .mapToObj(PortalIT::image)
        .toList();
  }

  private static List<String> shownImages(String rows) {
    return Pattern.compile("numbered-[0-9]+")
        .matcher(rows)
        .results()
        .map(MatchResult::group)
        .toList();
  }

  /** The form of a server with this network card. */
  private static String server(Visitor operator, String mac) throws Exception {
    String page = operator.get("server/edit.xhtml").body();
    return "&server:name=it-server&server:cpuCount=2&server:memoryMib=2048&server:console=ttyS0"
        + "&server:identity=CONSOLE&server:portKind=EXTERNAL&server:portName="
        + "&server:bootAddress=192.0.2.99/24&server:bootMode=BIOS&server:bmcUser=admin"
        + "&server:bmcKind=IPMI&server:bmcAddress=127.0.0.1:9699&server:bmcPassword=hidden-word"
        + "&server:disks=/dev/vda+8+virtio-a&server:mac="
        + mac
        + "&server:offer="
        + Visitor.firstChoice(page, "server:offer")
        + "&server:agent="
        + Visitor.firstChoice(page, "server:agent");
  }
}
