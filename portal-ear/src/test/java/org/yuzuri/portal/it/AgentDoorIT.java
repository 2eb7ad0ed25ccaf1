package org.yuzuri.portal.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yuzuri.wire.WireCodec;
import org.yuzuri.wire.call.ReportBatch;
import org.yuzuri.wire.report.Beat;
import org.yuzuri.wire.server.BeatPhase;
import org.yuzuri.wire.value.Fence;

/**
 * The daemons' door over real TLS: who has no certificate of ours gets nothing but an enrolment.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class AgentDoorIT {

  private static final Path STATE = Path.of(System.getProperty("it.state"));

  @Test
  void daemonEnrolsOnceAndIsKnownByItsCertificateAndItsNextOne() throws Exception {
    String token = Files.readString(STATE.resolve("tokens/lender")).strip();
    TestDaemon daemon = new TestDaemon(STATE.resolve("security"));

    TestDaemon.Answer stranger = daemon.get("commands?after=0");
    TestDaemon.Answer enrolled = daemon.enrol("LENDER_AGENT", token);
    TestDaemon.Answer known = daemon.get("commands?after=0");
    TestDaemon.Answer again =
        new TestDaemon(STATE.resolve("security")).enrol("LENDER_AGENT", token);

    assertEquals(403, stranger.status());
    assertTrue(stranger.body().contains("UNKNOWN_AGENT"), stranger::body);
    assertEquals(200, enrolled.status(), enrolled::body);
    assertEquals(200, known.status(), known::body);
    assertEquals("{\"epoch\":0,\"commands\":[]}", known.body());
    assertEquals(404, daemon.get("files/" + "0".repeat(64)).status());
    assertEquals(403, again.status());

    TestDaemon old = daemon.copy();
    TestDaemon.Answer renewed = daemon.renew();
    TestDaemon.Answer oldMeanwhile = old.get("commands?after=0");
    TestDaemon.Answer shown = daemon.get("commands?after=0");

    assertEquals(200, renewed.status(), renewed::body);
    assertEquals(200, oldMeanwhile.status(), oldMeanwhile::body);
    assertEquals(200, shown.status(), shown::body);
    assertEquals(403, old.get("commands?after=0").status());
    assertWhatItSaysStaysOnItsLine(daemon);
  }

  private static void assertWhatItSaysStaysOnItsLine(TestDaemon daemon) throws Exception {
    Beat foreign =
        new Beat(
            UUID.randomUUID(),
            Instant.now(),
            new Fence(999, 999, 1),
            1,
            BeatPhase.PACKAGES,
            null,
            "half\r\nforged line\u001b[2J\u2028",
            null);

    TestDaemon.Answer answer =
        daemon.post("reports", new WireCodec().encode(new ReportBatch(List.of(foreign))));

    assertEquals(200, answer.status(), answer::body);
    String log = Files.readString(STATE.resolve("server/log/server.log"));
    assertTrue(log.contains("message=half??forged line?[2J?"), foreign.reportId()::toString);
    assertTrue(log.lines().noneMatch(line -> line.startsWith("forged")), "a line was forged");
  }

  @Test
  void daemonThatKnowsTls13IsAnsweredWithIt() throws Exception {
    assertEquals("TLSv1.3", new TestDaemon(STATE.resolve("security")).protocol());
  }

  @Test
  void brokenMessageIsNamed() throws Exception {
    TestDaemon.Answer answer =
        new TestDaemon(STATE.resolve("security")).post("enrolments", "{\"token\":");

    assertEquals(400, answer.status());
    assertTrue(answer.body().contains("MALFORMED"), answer::body);
  }

  @Test
  void pagesAreNotOnTheDaemonsPort() throws Exception {
    assertEquals(404, new TestDaemon(STATE.resolve("security")).get("../../login.xhtml").status());
  }
}
