package org.yuzuri.lender.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuzuri.lender.BootCommands;
import org.yuzuri.wire.boot.BootFact;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.probe.ProbeOutcome;
import org.yuzuri.wire.report.PortProbed;

/** The calls of a server that probes its port, over real HTTP; this test is the server. */
final class PortProbeCallsTest {

  private static final String SILENCE = "{\"neighbours\":[],\"bmcs\":[],\"problem\":null}";

  @TempDir Path directory;

  private final TestKey key = new TestKey();
  private TestBootServer server;

  @BeforeEach
  void start() throws IOException {
    server = new TestBootServer(directory);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void serverIsGivenFramesAndItsResultIsReportedOnce() {
    server.serve(asked());
    server.counters.arriving.put("BEFORE", 3);
    server.counters.arriving.put("AFTER", 3);
    server.counters.arriving.put("FOREIGN_MAC", 3);

    HttpResponse<String> begun = post("probe/begin", "");
    assertThat(begun.statusCode()).isEqualTo(200);
    assertThat(begun.headers().firstValue("Content-Type")).contains("application/vnd.tcpdump.pcap");
    assertThat(post("probed", SILENCE).statusCode()).isEqualTo(200);
    assertThat(post("probed", SILENCE).statusCode()).isEqualTo(200);

    assertThat(server.reports).hasSize(2);
    PortProbed report = (PortProbed) server.reports.get(0);
    assertThat(server.reports.get(1).reportId()).isEqualTo(report.reportId());
    assertThat(report.fence()).isEqualTo(asked().fence());
    assertThat(report.signedBy()).isEqualTo(key.fingerprint());
    assertThat(report.probe().findings().get(0).outcome()).isEqualTo(ProbeOutcome.GOT_THROUGH);
    assertThat(report.probe().findings().get(1).outcome()).isEqualTo(ProbeOutcome.HELD);
  }

  @Test
  void resultBeforeTheBeginningIsToBeginAnew() {
    server.serve(asked());

    HttpResponse<String> answer = post("probed", SILENCE);

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("begin anew");
    assertThat(server.reports).isEmpty();
  }

  @Test
  void bootThatAsksForNoProbeBeginsNone() {
    server.serve(BootCommands.install().address("127.0.0.1/8").buildInspect());
    assertThat(post("probe/begin", "").statusCode()).isEqualTo(409);

    server.serve(BootCommands.install().address("127.0.0.1/8").buildErase());
    assertThat(post("probe/begin", "").statusCode()).isEqualTo(409);
    assertThat(post("probed", SILENCE).statusCode()).isEqualTo(409);
    assertThat(server.counters.applied).isEmpty();
  }

  @Test
  void whatIsNoResultIsRefusedAndTheProbeGoesOn() {
    server.serve(asked());
    post("probe/begin", "");

    assertThat(post("probed", "{\"neighbours\":[],\"problem\":null}").statusCode()).isEqualTo(400);
    assertThat(
            post(
                    "probed",
                    "{\"neighbours\":[{\"address\":\"::1\",\"by\":\"ARP\"}],\"bmcs\":[],\"problem\":null}")
                .body())
        .contains("address is \"::1\"");
    assertThat(post("probed", SILENCE + " ".repeat(20_000)).statusCode()).isEqualTo(413);
    assertThat(post("probe/begin", "x").statusCode()).isEqualTo(413);
    assertThat(server.reports).isEmpty();
    assertThat(post("probed", SILENCE).statusCode()).isEqualTo(200);
  }

  private static EnsureBoot asked() {
    return BootCommands.install()
        .address("127.0.0.1/8")
        .fact(BootFact.PROBE_NEIGHBOURS, "")
        .fact(BootFact.PROBE_BMCS, "")
        .buildInspect();
  }

  private HttpResponse<String> post(String call, String body) {
    return server.send(
        call.equals("probed")
            ? key.result(server.request(call), body)
            : server.request(call).POST(BodyPublishers.ofString(body)));
  }
}
