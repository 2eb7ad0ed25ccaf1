package org.yuzuri.portal.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * One source asks for far more slow pages at a time than the door has threads, each request small
 * and whole: everybody else is answered meanwhile, and it is answered in the end.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class OneSourceIT {

  private static final String GREEDY = "127.0.0.66";

  /** Of 32 threads; 256 more wait. */
  private static final int SHARE = 16;

  private static final int MANY = 400;
  private static final int LINE = 256;
  private static final int PAGES = 20;
  private static final long PATIENCE_NANOSECONDS = 60_000_000_000L;
  private static final String SERVED = "HTTP/1.1 200 ";
  private static final String REFUSED = "HTTP/1.1 429 ";

  @Test
  void whoAsksForMoreThanItsShareHoldsNobodyElseUp() throws Exception {
    Visitor member = Visitor.loggedInAs("admin@beta", "beta-secret");
    String cookie = Visitor.loggedInAs("viewer@alpha", "viewer-secret").cookie();
    try (PortalTables tables = new PortalTables();
        HeldBodies greedy = new HeldBodies()) {
      // The page of settings is as slow as wanted, and no other.
      tables.insert("lock tables install_settings write");
      greedy.begin(MANY, HeldBodies.pages(GREEDY), get(cookie));
      awaitWaiting(tables);

      for (int at = 0; at < PAGES; at++) {
        assertEquals(200, new Visitor().get("login.xhtml").statusCode(), "anybody");
        assertEquals(200, member.get("gateway/list.xhtml").statusCode(), "a member");
      }
      assertEquals(SHARE, waiting(tables), "pages of the greedy source at work");
      tables.insert("unlock tables");

      List<String> answers = greedy.answers();
      assertTrue(
          answers.stream().allMatch(of -> of.startsWith(SERVED) || of.startsWith(REFUSED)),
          greedy::shown);
      assertTrue(answers.stream().filter(of -> of.startsWith(SERVED)).count() >= SHARE);
      List<String> refused = answers.stream().filter(of -> of.startsWith(REFUSED)).toList();
      assertTrue(refused.size() >= MANY - SHARE - LINE, greedy::shown);
      assertTrue(
          refused.stream()
              .allMatch(of -> of.contains("Retry-After: 10\r\n") && text(of).contains("アドレス")),
          greedy::shown);
    }
    try (HeldBodies again = new HeldBodies()) {
      again.begin(1, HeldBodies.pages(GREEDY), get(cookie));
      assertTrue(again.answers().get(0).startsWith(SERVED), again::shown);
    }
  }

  private static String get(String headers) {
    return "GET /settings/list.xhtml HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
        + "Accept-Language: ja\r\n"
        + headers
        + "\r\n";
  }

  private static void awaitWaiting(PortalTables tables) throws SQLException {
    long end = System.nanoTime() + PATIENCE_NANOSECONDS;
    while (waiting(tables) < SHARE) {
      assertTrue(System.nanoTime() < end, "the page of settings is not held up");
    }
  }

  /** How many statements wait for the table. */
  private static long waiting(PortalTables tables) throws SQLException {
    return tables.number(
        "select count(*) from information_schema.processlist"
            + " where state = 'Waiting for table metadata lock'");
  }

  private static String text(String answer) {
    return new String(answer.getBytes(ISO_8859_1), UTF_8);
  }
}
