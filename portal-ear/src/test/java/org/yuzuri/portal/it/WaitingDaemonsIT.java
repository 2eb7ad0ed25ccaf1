package org.yuzuri.portal.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Daemons that wait for commands, each over a TLS connection of its own. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class WaitingDaemonsIT {

  private static final int MANY = 300;
  private static final int PAGES = 60;
  private static final String POLL = "commands?after=0&wait=25";
  private static final String LARGE =
      "POST /agent/v1/reports HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
          + "Expect: 100-continue\r\nContent-Length: 1000000\r\n\r\n";
  private static final String READ = "HTTP/1.1 100 ";
  private static final String NOTHING = "{\"epoch\":0,\"commands\":[]}";

  /** The tail of the queues looks once a second; the rest is for a busy machine. */
  private static final Duration ABOUT_A_SECOND = Duration.ofMillis(2500);

  private static final Path SECURITY = Path.of(System.getProperty("it.state"), "security");

  @Test
  void pageIsAsFastWithManyWaitingAsWithout() throws Exception {
    try (Fleet fleet = new Fleet(SECURITY)) {
      List<TestDaemon> daemons = new ArrayList<>();
      for (int at = 0; at < MANY; at++) {
        TestDaemon daemon = fleet.newMember().daemon();
        assertEquals(NOTHING, daemon.get("commands?after=0").body());
        daemons.add(daemon);
      }
      pageMillis();
      long without = pageMillis();
      List<CompletableFuture<TestDaemon.Answer>> polls =
          daemons.stream().map(daemon -> daemon.getLater(POLL)).toList();

      long with = pageMillis();

      assertTrue(polls.stream().noneMatch(CompletableFuture::isDone));
      assertTrue(with <= 2 * without + 10, "without: " + without + " ms, with: " + with + " ms");
      for (CompletableFuture<TestDaemon.Answer> poll : polls) {
        assertEquals(new TestDaemon.Answer(200, NOTHING), poll.get(30, TimeUnit.SECONDS));
      }
    }
  }

  @Test
  void commandOfAnotherNodeReachesItsAgentInAboutASecond() throws Exception {
    try (Fleet fleet = new Fleet(SECURITY)) {
      Fleet.Member one = fleet.newMember();
      Fleet.Member other = fleet.newMember();
      CompletableFuture<TestDaemon.Answer> others = waiting(other);
      CompletableFuture<TestDaemon.Answer> poll = waiting(one);

      UUID command = fleet.queue(one.id());
      TestDaemon.Answer answer = poll.get(ABOUT_A_SECOND.toMillis(), TimeUnit.MILLISECONDS);

      assertTrue(answer.body().contains(command.toString()), answer::body);
      assertFalse(others.isDone());
    }
  }

  @Test
  void secondPollOfAnAgentEndsTheFirst() throws Exception {
    try (Fleet fleet = new Fleet(SECURITY)) {
      Fleet.Member one = fleet.newMember();
      CompletableFuture<TestDaemon.Answer> poll = waiting(one);

      // On connections of their own; which of the two the portal has first, nobody can say.
      CompletableFuture<TestDaemon.Answer> other = one.daemon().getLater(POLL);

      // Long before the 25 seconds that it asked for.
      assertEquals(
          new TestDaemon.Answer(200, NOTHING),
          CompletableFuture.anyOf(poll, other).get(10, TimeUnit.SECONDS));
      UUID command = fleet.queue(one.id());
      CompletableFuture<TestDaemon.Answer> newest = poll.isDone() ? other : poll;
      assertTrue(newest.get(5, TimeUnit.SECONDS).body().contains(command.toString()));
    }
  }

  @Test
  void daemonWithTooManyConnectionsIsRefusedAndOthersAreNot() throws Exception {
    try (Fleet fleet = new Fleet(SECURITY)) {
      Fleet.Member greedy = fleet.newMember();
      Fleet.Member other = fleet.newMember();
      CompletableFuture<TestDaemon.Answer> poll = waiting(other);
      List<CompletableFuture<TestDaemon.Answer>> calls = new ArrayList<>();
      for (int at = 0; at < 100; at++) {
        calls.add(greedy.daemon().getLater(POLL));
      }

      UUID command = fleet.queue(other.id());
      TestDaemon.Answer answer = poll.get(ABOUT_A_SECOND.toMillis(), TimeUnit.MILLISECONDS);

      assertTrue(answer.body().contains(command.toString()), answer::body);
      assertTrue(refused(calls) >= 80, () -> "refused: " + refused(calls));
      CompletableFuture<TestDaemon.Answer> afterwards = waiting(greedy);
      UUID own = fleet.queue(greedy.id());
      assertTrue(afterwards.get(5, TimeUnit.SECONDS).body().contains(own.toString()));
    }
  }

  @Test
  void daemonWhoseLargeBodiesTrickleTakesTwoThreadsWhateverItsCertificate() throws Exception {
    try (Fleet fleet = new Fleet(SECURITY);
        HeldBodies first = new HeldBodies();
        HeldBodies second = new HeldBodies();
        HeldBodies forgotten = new HeldBodies()) {
      Fleet.Member slow = fleet.newMember();
      Fleet.Member other = fleet.newMember();
      first.begin(2, slow.daemon()::connect, LARGE);
      assertEquals(2, count(first.answers(), READ));

      first.begin(8, slow.daemon()::connect, LARGE);
      assertEquals(8, count(first.answers(), "HTTP/1.1 503 "), first::shown);
      second.begin(3, fleet.renewed(slow)::connect, LARGE);
      forgotten.begin(1, slow.daemon()::connect, LARGE);

      assertEquals(new TestDaemon.Answer(200, NOTHING), other.daemon().get("commands?after=0"));
      assertEquals(2, count(first.answers(), READ));
      assertEquals(3, count(second.answers(), "HTTP/1.1 503 "));
      assertEquals(1, count(forgotten.answers(), "HTTP/1.1 403 "));
    }
  }

  private static long count(List<String> answers, String begin) {
    return answers.stream().filter(answer -> answer.startsWith(begin)).count();
  }

  /** A poll that the portal certainly has: its connection has been used, and it asked first. */
  private static CompletableFuture<TestDaemon.Answer> waiting(Fleet.Member member)
      throws Exception {
    assertEquals(NOTHING, member.daemon().get("commands?after=0").body());
    return member.daemon().getLater(POLL);
  }

  private static long refused(List<CompletableFuture<TestDaemon.Answer>> calls) {
    return calls.stream()
        .map(CompletableFuture::join)
        .filter(answer -> answer.status() == 503 && answer.body().contains("TOO_MANY_CALLS"))
        .count();
  }

  /** Median of the log-in page. */
  private static long pageMillis() throws Exception {
    Visitor visitor = new Visitor();
    List<Long> taken = new ArrayList<>();
    for (int at = 0; at < PAGES; at++) {
      long begun = System.nanoTime();
      assertEquals(200, visitor.get("login.xhtml").statusCode());
      taken.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
    }
    return taken.stream().sorted().toList().get(PAGES / 2);
  }
}
