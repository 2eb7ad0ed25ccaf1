package org.yuzuri.lender.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.yuzuri.lender.BootCommands;
import org.yuzuri.lender.http.FloodOfPosts.Answers;
import org.yuzuri.wire.report.InstallerLog;
import org.yuzuri.wire.report.TokenProblem;
import org.yuzuri.wire.server.TokenMisuse;

/**
 * A hundred thousand pieces of a log posted in a server's name, and many by a server in its own,
 * over the agent's real HTTP server; {@code bench/attacks} prints what came of it.
 */
final class LogFloodIT {

  private static final int POSTS = 100_000;
  private static final int CONNECTIONS = 4;
  private static final int OWN_POSTS = 20_000;
  private static final int OWN_PIECES = 400;
  private static final String NEIGHBOURS_TOKEN = "n".repeat(43);
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(2);
  private static final long MOST_DISK = 64 * 1024;
  private static final long MOST_MEMORY = 32L << 20;

  @TempDir Path directory;

  private final TestKey key = new TestKey();
  private final TestKey neighbour = new TestKey();
  private String test;
  private TestBootServer server;
  private FloodOfPosts flood;

  @BeforeAll
  static void beginTheTable() throws IOException {
    FloodTable.begin();
  }

  @BeforeEach
  void start(TestInfo info) throws IOException {
    test = getClass().getSimpleName() + "." + info.getTestMethod().orElseThrow().getName();
    server = new TestBootServer(directory);
    server.serve(BootCommands.install().address("127.0.0.1/8").console("127.0.0.1:9611").build());
    server.serve(
        BootCommands.install()
            .mac("52:54:00:00:00:12")
            .address("127.0.0.2/8")
            .token(NEIGHBOURS_TOKEN)
            .console("127.0.0.1:9612")
            .build());
    server.shown.addAll(List.of(key.fingerprint(), neighbour.fingerprint()));
    flood = new FloodOfPosts(server.port());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void noneThatIsPostedInItsNameIsStoredAndItsNeighbourIsHeardMeanwhile() throws IOException {
    for (int number = 1; number <= 3; number++) {
      assertThat(flood.send("127.0.0.1", 1, any(piece(number, key))).of(200)).isEqualTo(1);
    }
    long disk = bytesOnDisk();
    long memory = usedMemory();
    List<String> forged = forged();

    ExecutorService thieves = Executors.newFixedThreadPool(CONNECTIONS);
    Answers answers = new Answers();
    Duration longest;
    try {
      List<CompletableFuture<Answers>> parts = new ArrayList<>();
      for (int part = 0; part < CONNECTIONS; part++) {
        parts.add(CompletableFuture.supplyAsync(() -> thief(forged), thieves));
      }
      longest = longestBeatOfTheNeighbourUntil(parts);
      parts.forEach(part -> answers.add(part.join()));
    } finally {
      thieves.shutdownNow();
    }
    await().until(() -> flood.send("127.0.0.1", 1, any(piece(4, key))).of(200) == 1);

    String others = "its neighbour's beats answered within " + longest.toMillis() + " ms";
    FloodTable.add("log posts", answers, logs().size() - 4, others, test);
    assertThat(answers.sent()).isEqualTo(POSTS);
    assertThat(answers.of(403)).as("posts that the agent looked into").isPositive();
    assertThat(logs()).containsExactly("line 1\n", "line 2\n", "line 3\n", "line 4\n");
    assertThat(misuses())
        .containsExactlyInAnyOrder(
            TokenMisuse.NOT_SIGNED, TokenMisuse.SIGNED_BY_ANOTHER_KEY, TokenMisuse.OUT_OF_ORDER);
    assertThat(longest).as("longest answer to a neighbour's beat").isLessThan(LONGEST_ANSWER);
    assertThat(bytesOnDisk() - disk).as("bytes of it on the agent's disk").isLessThan(MOST_DISK);
    assertThat(usedMemory() - memory).as("bytes that it holds").isLessThan(MOST_MEMORY);
  }

  @Test
  void ofAFloodInAServersOwnNameItsBudgetIsStored() throws IOException {
    List<String> pieces = new ArrayList<>();
    for (int number = 1; number <= OWN_PIECES; number++) {
      pieces.add(piece(number, key));
    }
    Instant begun = Instant.now();

    Answers answers = flood.send("127.0.0.1", OWN_POSTS, at -> pieces.get(at % OWN_PIECES));

    long seconds = Duration.between(begun, Instant.now()).toSeconds() + 1;
    int stored = logs().size();
    FloodTable.add("log posts in its own name", answers, stored, "in " + seconds + " s", test);
    assertThat(answers.sent()).isEqualTo(OWN_POSTS);
    assertThat(stored)
        .isBetween(
            SourceBudget.MOST_AT_ONCE / 2,
            (int) (SourceBudget.MOST_AT_ONCE + SourceBudget.PER_SECOND * seconds));
  }

  private Answers thief(List<String> forged) {
    try {
      return flood.send("127.0.0.1", POSTS / CONNECTIONS, at -> forged.get(at % forged.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Not signed, signed by the thief, and the server's own first piece once more. */
  private List<String> forged() {
    String unsigned =
        "POST " + server.path("log?sequence=4") + " HTTP/1.1\r\nHost: a\r\nContent-Length: 7\r\n";
    return List.of(unsigned + "\r\nstolen\n", piece(4, new TestKey()), piece(1, key));
  }

  private Duration longestBeatOfTheNeighbourUntil(List<CompletableFuture<Answers>> parts)
      throws IOException {
    CompletableFuture<Void> all = CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new));
    Duration longest = Duration.ZERO;
    int number = 0;
    do {
      number++;
      String beat = "sequence=" + number + "&phase=packages&percent=40&message=bash";
      String request =
          signed("/boot/" + NEIGHBOURS_TOKEN + "/beat", "beat", number, beat, neighbour);
      Instant asked = Instant.now();
      assertThat(flood.send("127.0.0.2", 1, any(request)).of(200)).as("beat " + number).isOne();
      Duration took = Duration.between(asked, Instant.now());
      longest = took.compareTo(longest) > 0 ? took : longest;
    } while (!endsWithin(SourceBudget.PER_SECOND, all));
    return longest;
  }

  /** Whether it has ended, or does so before the neighbour may beat again. */
  private static boolean endsWithin(int aSecond, CompletableFuture<Void> all) {
    try {
      all.get(TimeUnit.SECONDS.toMillis(1) / aSecond, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException goesOn) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private String piece(int number, TestKey signer) {
    String text = "line " + number + "\n";
    return signed(server.path("log?sequence=" + number), "log", number, text, signer);
  }

  private static String signed(String path, String call, int number, String body, TestKey signer) {
    String token = path.split("/", -1)[2];
    String signature =
        signer.signature("yuzuri " + call + " " + token + " " + number + "\n" + body);
    return String.join(
        "\r\n",
        "POST " + path + " HTTP/1.1",
        "Host: a",
        "X-Yuzuri-Key: " + signer.encoded(),
        "X-Yuzuri-Signature: " + signature,
        "Content-Length: " + body.length(),
        "",
        body);
  }

  private static IntFunction<String> any(String request) {
    return at -> request;
  }

  private List<String> logs() {
    return server.reports.stream()
        .filter(InstallerLog.class::isInstance)
        .map(report -> ((InstallerLog) report).text())
        .toList();
  }

  private List<TokenMisuse> misuses() {
    return server.reports.stream()
        .filter(TokenProblem.class::isInstance)
        .map(report -> ((TokenProblem) report).what())
        .toList();
  }

  private long bytesOnDisk() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static long usedMemory() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
