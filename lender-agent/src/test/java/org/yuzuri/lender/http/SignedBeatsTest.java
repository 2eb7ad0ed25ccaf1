package org.yuzuri.lender.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.lender.BootCommands;
import org.yuzuri.wire.report.Beat;
import org.yuzuri.wire.report.InstallerLog;
import org.yuzuri.wire.report.TokenProblem;
import org.yuzuri.wire.server.BeatPhase;
import org.yuzuri.wire.server.TokenMisuse;

/**
 * A neighbour that took a server's addresses and read its token tells beats and logs in its name,
 * over real HTTP. The server is one whose console is read.
 */
final class SignedBeatsTest {

  private static final String FAILED = "phase=failed&percent=&message=forged";
  private static final String WORKING = "phase=packages&percent=40&message=bash";

  @TempDir Path directory;

  private final TestKey key = new TestKey();
  private final TestKey neighbour = new TestKey();
  private TestBootServer server;

  @BeforeEach
  void start() throws IOException {
    server = new TestBootServer(directory);
    server.serve(boot().build());
    server.shown.add(key.fingerprint());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void beatsAndLogsOfTheServerNameTheKeyThatSignedThem() {
    assertThat(status(key.beat(server, 1, WORKING))).isEqualTo(200);
    assertThat(status(key.log(server, 1, "line\n"))).isEqualTo(200);
    assertThat(status(key.beat(server, 2, "phase=failed&message=no+disk"))).isEqualTo(200);

    assertThat(((Beat) server.reports.get(0)).signedBy()).isEqualTo(key.fingerprint());
    assertThat(((InstallerLog) server.reports.get(1)).signedBy()).isEqualTo(key.fingerprint());
    assertThat(((Beat) server.reports.get(2)).phase()).isEqualTo(BeatPhase.FAILED);
    assertThat(server.reports).hasSize(3);
  }

  @Test
  void whatIsNotSignedIsRefusedAndToldAsAMatterOfSecurity() {
    assertRefused(403, "NOT_SIGNED: beat 1 has no signature", unsigned("beat", 1, FAILED));
    assertThat(status(unsigned("log?sequence=1", 1, ""))).isEqualTo(403);

    assertOnlyTold(TokenMisuse.NOT_SIGNED);
  }

  @Test
  void whatAnotherKeySignedChangesNothing() {
    key.beat(server, 1, WORKING);
    assertThat(status(key.beat(server, 1, WORKING))).isEqualTo(200);
    server.reports.clear();

    String expected = "SIGNED_BY_ANOTHER_KEY: beat 2 is signed by " + neighbour.fingerprint();
    assertRefused(403, expected, neighbour.beat(server, 2, FAILED));
    assertThat(status(neighbour.log(server, 2, "forged\n"))).isEqualTo(403);

    assertOnlyTold(TokenMisuse.SIGNED_BY_ANOTHER_KEY);
    assertThat(status(key.beat(server, 2, WORKING))).isEqualTo(200);
  }

  @Test
  void earlyFailureIsToldOnceTheConsoleHasShownTheKeyAndAForgedOneNever() {
    server.shown.clear();

    assertRefused(425, "KEY_NOT_SEEN", key.beat(server, 1, "phase=failed&message=no+card"));
    assertRefused(425, "KEY_NOT_SEEN", neighbour.beat(server, 1, FAILED));
    assertThat(server.reports).isEmpty();
    server.shown.add(key.fingerprint());

    assertThat(status(key.beat(server, 1, "phase=failed&message=no+card"))).isEqualTo(200);
    assertRefused(403, "SIGNED_BY_ANOTHER_KEY", neighbour.beat(server, 1, FAILED));
    assertThat(beats()).extracting(Beat::message).containsExactly("no card");
  }

  @Test
  void signatureHoldsForItsKindItsBootItsNumberAndItsTextOnly() {
    String body = "sequence=7&" + WORKING;
    String token = BootCommands.TOKEN;
    for (String other :
        List.of(
            "log " + token + " 7",
            "beat " + token + " 6",
            "beat " + "b".repeat(43) + " 7",
            "beat " + token,
            "")) {
      assertRefused(403, "NOT_SIGNED", key.signed(server.request("beat"), other, body));
    }
    HttpRequest.Builder changed = key.beat(server, 7, WORKING);
    changed.POST(BodyPublishers.ofString("sequence=7&" + FAILED));
    assertRefused(403, "NOT_SIGNED", changed);

    assertOnlyTold(TokenMisuse.NOT_SIGNED);
  }

  @Test
  void whatIsRepeatedUnderItsNumberIsTakenAndNotToldAgain() {
    assertThat(status(key.beat(server, 1, WORKING))).isEqualTo(200);
    assertThat(status(key.beat(server, 1, WORKING))).isEqualTo(200);
    assertThat(status(key.log(server, 1, "line\n"))).isEqualTo(200);
    assertThat(status(key.log(server, 1, "line\n"))).isEqualTo(200);

    assertThat(server.reports).hasSize(2);
  }

  @Test
  void usedNumberIsRefusedWhoeverRepeatsIt() {
    key.beat(server, 1, WORKING);
    HttpRequest.Builder recorded = key.beat(server, 1, WORKING);
    assertThat(status(recorded)).isEqualTo(200);
    assertThat(status(key.beat(server, 2, "phase=post"))).isEqualTo(200);
    server.reports.clear();

    assertRefused(409, "OUT_OF_ORDER: beat 1 comes after 2, expected 3 to 1002", recorded);
    assertRefused(409, "OUT_OF_ORDER: beat 2 comes after 2", key.beat(server, 2, FAILED));

    assertOnlyTold(TokenMisuse.OUT_OF_ORDER);
  }

  @Test
  void numberThatLeapsIsRefusedAndTheNextOneIsTaken() {
    assertRefused(409, "expected 1 to 1000", key.beat(server, 999_999_999_999_999_999L, WORKING));
    assertRefused(409, "expected 1 to 1000", key.beat(server, 1001, WORKING));
    assertRefused(409, "expected 1 to 1000", key.log(server, 1001, "text"));
    assertRefused(409, "expected 1 to 1000", key.beat(server, 0, WORKING));
    assertOnlyTold(TokenMisuse.OUT_OF_ORDER);

    assertThat(status(key.beat(server, 1000, WORKING))).isEqualTo(200);
    assertThat(status(key.beat(server, 2000, WORKING))).isEqualTo(200);
    assertThat(beats()).extracting(Beat::sequence).containsExactly(1000L, 2000L);
  }

  @Test
  void whatIsTooLongOrNoBeatIsRefusedBeforeItsSignatureIsAsked() {
    assertThat(status(key.log(server, 1, "x".repeat(70_000)))).isEqualTo(413);
    assertThat(status(key.beat(server, 1, "phase=tea"))).isEqualTo(400);
    assertThat(status(key.beat(server, 1, "phase=post&message=" + "x".repeat(20_000))))
        .isEqualTo(413);

    assertThat(server.reports).isEmpty();
    assertThat(status(key.beat(server, 1, WORKING))).isEqualTo(200);
  }

  @Test
  void whoRepeatsItFillsNoLog() {
    ch.qos.logback.classic.Logger root =
        (ch.qos.logback.classic.Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    ListAppender<ILoggingEvent> logged = new ListAppender<>();
    logged.start();
    root.addAppender(logged);
    try {
      for (int number = 1; number <= 20; number++) {
        assertThat(status(unsigned("beat", number, FAILED))).isEqualTo(403);
      }
    } finally {
      root.detachAppender(logged);
    }

    assertThat(logged.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .filteredOn(line -> line.contains("NOT_SIGNED"))
        .hasSize(1);
  }

  @Test
  void serverThatWasStartedAgainCountsFromOneUnderItsNewKey() {
    TestKey afterItsRestart = new TestKey();
    assertThat(status(key.beat(server, 7, WORKING))).isEqualTo(200);
    server.shown.add(afterItsRestart.fingerprint());

    assertThat(status(afterItsRestart.beat(server, 1, WORKING))).isEqualTo(200);

    assertThat(beats())
        .extracting(Beat::signedBy)
        .containsExactly(key.fingerprint(), afterItsRestart.fingerprint());
  }

  @Test
  void agentThatWasStartedAgainKnowsWhatItHasHeard() throws IOException {
    HttpRequest.Builder recorded = key.beat(server, 7, WORKING);
    assertThat(status(recorded)).isEqualTo(200);
    assertThat(status(key.beat(server, 8, WORKING))).isEqualTo(200);

    server.restart();
    server.shown.clear();

    assertThat(status(key.beat(server, 9, WORKING))).isEqualTo(200);
    assertRefused(409, "beat 7 comes after 9", key.beat(server, 7, WORKING));
    assertRefused(403, "SIGNED_BY_ANOTHER_KEY", neighbour.beat(server, 10, FAILED));
    assertThat(beats()).extracting(Beat::sequence).containsExactly(7L, 8L, 9L);
  }

  @Test
  void onceItsKeyIsCertifiedNoOtherKeyOfTheConsoleCounts() throws IOException {
    server.portal.text = key.certificate();
    assertThat(
            status(
                server
                    .request("certificate?purpose=install")
                    .POST(BodyPublishers.ofString("-----BEGIN CERTIFICATE REQUEST-----\n"))))
        .isEqualTo(200);
    server.shown.clear();
    server.shown.add(neighbour.fingerprint());
    server.restart();

    assertRefused(403, "expected " + key.fingerprint(), neighbour.beat(server, 1, FAILED));
    assertThat(status(key.beat(server, 1, WORKING))).isEqualTo(200);
  }

  @Test
  void ofAServerWithoutAConsoleTheFirstKeyCountsUntilItFetchesItsFilesAgain() {
    server.serve(BootCommands.install().address("127.0.0.1/8").build());

    assertThat(status(key.beat(server, 1, WORKING))).isEqualTo(200);
    assertRefused(403, "SIGNED_BY_ANOTHER_KEY", neighbour.beat(server, 1, FAILED));
    assertRefused(403, "NOT_SIGNED", unsigned("beat", 2, FAILED));

    server.send(server.request("initrd/transfer"));
    TestKey afterItsRestart = new TestKey();
    await().until(() -> status(afterItsRestart.beat(server, 1, WORKING)) == 200);
    assertRefused(403, "SIGNED_BY_ANOTHER_KEY", key.beat(server, 2, WORKING));
  }

  private static BootCommands boot() {
    return BootCommands.install().address("127.0.0.1/8").console("127.0.0.1:9611");
  }

  private HttpRequest.Builder unsigned(String call, long number, String rest) {
    return server.request(call).POST(BodyPublishers.ofString("sequence=" + number + "&" + rest));
  }

  private int status(HttpRequest.Builder request) {
    return server.send(request).statusCode();
  }

  private void assertRefused(int status, String why, HttpRequest.Builder request) {
    HttpResponse<String> answer = server.send(request);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains(why);
  }

  /** One note for all of it, and nothing else. */
  private void assertOnlyTold(TokenMisuse misuse) {
    assertThat(server.reports)
        .singleElement()
        .isInstanceOfSatisfying(
            TokenProblem.class,
            problem -> {
              assertThat(problem.what()).isEqualTo(misuse);
              assertThat(problem.fence()).isEqualTo(boot().build().fence());
              assertThat(problem.source()).isEqualTo("127.0.0.1");
            });
  }

  private List<Beat> beats() {
    return server.reports.stream().filter(Beat.class::isInstance).map(Beat.class::cast).toList();
  }
}
