package org.yuzuri.lender.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.threeten.extra.MutableClock;
import org.yuzuri.host.portal.PortalRefusedException;
import org.yuzuri.host.portal.PortalUnavailableException;
import org.yuzuri.lender.BootCommands;
import org.yuzuri.lender.boot.TestBoots;
import org.yuzuri.lender.http.guard.BootReports;
import org.yuzuri.lender.http.guard.Neighbours;
import org.yuzuri.lender.http.guard.SignatureGuard;
import org.yuzuri.lender.http.guard.StageGate;
import org.yuzuri.lender.http.guard.TokenGuard;
import org.yuzuri.lender.probe.PortProbes;
import org.yuzuri.lender.probe.SimulatedCounters;
import org.yuzuri.wire.call.Problem;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.report.AgentReport;
import org.yuzuri.wire.report.Beat;
import org.yuzuri.wire.report.BootFetched;
import org.yuzuri.wire.report.Erased;
import org.yuzuri.wire.report.Inspected;
import org.yuzuri.wire.report.InstallerLog;
import org.yuzuri.wire.report.TokenProblem;
import org.yuzuri.wire.server.BeatPhase;
import org.yuzuri.wire.server.BootPart;
import org.yuzuri.wire.server.TokenMisuse;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.Ipv4Address;
import org.yuzuri.wire.value.TunnelPurpose;

/**
 * The endpoints over real HTTP on loopback; this test is the leased server with address 127.0.0.1.
 */
final class BootEndpointsTest {

  private static final String PEM = "-----BEGIN CERTIFICATE REQUEST-----\n";

  @TempDir Path directory;

  private final List<AgentReport> reports = new CopyOnWriteArrayList<>();
  private final MutableClock clock = MutableClock.of(BootCommands.NOW, ZoneOffset.UTC);
  private final TestKey key = new TestKey();
  private final SimulatedPortal portal = new SimulatedPortal();
  private final HttpClient http = HttpClient.newHttpClient();
  private final EnsureBoot command = BootCommands.install().address("127.0.0.1/8").build();
  private TestBoots boots;
  private BootServer server;
  private String base;

  @BeforeEach
  void start() throws IOException {
    boots = new TestBoots(directory);
    neighbour("52:54:00:00:00:11", "boot0");
    int port = freePort();
    base = "http://127.0.0.1:" + port + "/boot/";
    BootReports bootReports = new BootReports(reports::add, clock);
    TokenGuard guard =
        new TokenGuard(
            boots.boots(),
            boots.deadTokens(),
            new Neighbours(directory.resolve("arp"), "boot0"),
            bootReports,
            clock);
    server =
        new BootServer(
            Ipv4Address.of("127.0.0.1"),
            port,
            new BootEndpoints(
                base,
                guard,
                new StageGate(boots.boots().stages(), bootReports, clock),
                bootReports,
                new Relay(portal, bootReports),
                new SignatureGuard(directory.resolve("signed"), (boot, key) -> true, bootReports),
                (boot, key) -> true,
                new PortProbes("lo", Ipv4Address.of("127.0.0.1"), new SimulatedCounters())));
    server.start();
    boots.serve(command);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void bootFilesAreServedAndReported() {
    assertThat(get("script").body()).startsWith("#!ipxe").contains("/initrd/overlay");
    assertThat(get("kernel").body()).isEqualTo("bytes of kernel");
    assertThat(get("initrd/0").body()).isEqualTo("bytes of 0");
    assertThat(get("initrd/transfer").body()).isEqualTo("bytes of transfer");

    await()
        .untilAsserted(
            () ->
                assertThat(reports)
                    .extracting(report -> ((BootFetched) report).what())
                    .containsExactlyInAnyOrder(BootPart.SCRIPT, BootPart.KERNEL, BootPart.INITRD));
  }

  @Test
  void fetchingAgainIsTheSameReport() {
    get("kernel");
    get("kernel");

    await().untilAsserted(() -> assertThat(reports).hasSize(2));
    assertThat(reports.get(0).reportId()).isEqualTo(reports.get(1).reportId());
  }

  @Test
  void rangeIsHonouredAndReportedOnlyWithTheLastByte() {
    HttpResponse<String> part = send(request("kernel").header("Range", "bytes=0-4"));
    HttpResponse<String> rest = send(request("kernel").header("Range", "bytes=9-"));
    HttpResponse<String> beyond = send(request("kernel").header("Range", "bytes=99-"));

    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).isEqualTo("bytes");
    assertThat(part.headers().firstValue("Content-Range")).contains("bytes 0-4/15");
    assertThat(rest.body()).isEqualTo("kernel");
    assertThat(beyond.statusCode()).isEqualTo(416);
    await().untilAsserted(() -> assertThat(reports).hasSize(1));
  }

  @Test
  void firstScriptNeedsNoTokenButTheRightCard() throws IOException {
    assertThat(getAt("script").body()).contains(BootCommands.TOKEN);

    neighbour("52:54:00:00:00:12", "boot0");
    assertThat(getAt("script").statusCode()).isEqualTo(404);
    assertMisuse(TokenMisuse.WRONG_MAC, command.fence(), "127.0.0.1 52:54:00:00:00:12");
  }

  @Test
  void tokenWorksOnlyFromItsOwnCard() throws IOException {
    neighbour("52:54:00:00:00:12", "boot0");
    assertThat(get("kernel").statusCode()).isEqualTo(404);
    assertMisuse(TokenMisuse.WRONG_MAC, command.fence(), "127.0.0.1 52:54:00:00:00:12");

    neighbour("52:54:00:00:00:11", "other0");
    assertThat(get("kernel").statusCode()).isEqualTo(404);
  }

  @Test
  void tokenWorksOnlyFromItsOwnAddress() {
    boots.serve(BootCommands.install().build());

    assertThat(get("kernel").statusCode()).isEqualTo(404);
    assertMisuse(TokenMisuse.WRONG_ADDRESS, command.fence(), "127.0.0.1");
  }

  @Test
  void deadAndUnknownTokensAreRefusedAndToldOnceAMinute() {
    clock.add(Duration.ofHours(2));
    assertThat(get("kernel").statusCode()).isEqualTo(404);
    assertThat(get("kernel").statusCode()).isEqualTo(404);
    assertMisuse(TokenMisuse.DEAD_TOKEN, command.fence(), "127.0.0.1");

    clock.add(Duration.ofMinutes(2));
    boots.withdraw(command);
    assertThat(get("kernel").statusCode()).isEqualTo(404);
    assertThat(reports).hasSize(2);
    assertThat(getAt("u".repeat(43) + "/kernel").statusCode()).isEqualTo(404);
    assertMisuse(TokenMisuse.UNKNOWN_TOKEN, null, "127.0.0.1");
  }

  @Test
  void certificateRequestIsRelayed() {
    portal.certificate = "-----BEGIN CERTIFICATE-----\n";

    assertThat(post("certificate?purpose=install", PEM).body()).isEqualTo(portal.certificate);
    assertThat(portal.lastCertificate.purpose()).isEqualTo(TunnelPurpose.INSTALL);
    assertThat(get("settings").statusCode()).isEqualTo(200);
    HttpResponse<String> answer = post("certificate?purpose=production", PEM);

    assertThat(answer.body()).isEqualTo("-----BEGIN CERTIFICATE-----\n");
    assertThat(portal.lastCertificate.purpose()).isEqualTo(TunnelPurpose.PRODUCTION);
    assertThat(portal.lastCertificate.csr()).isEqualTo(PEM);
    assertThat(post("certificate?purpose=both", PEM).statusCode()).isEqualTo(400);
    assertThat(post("certificate?purpose=production", "hello").statusCode()).isEqualTo(400);
    assertThat(post("certificate?purpose=install", "x".repeat(20_000)).statusCode()).isEqualTo(413);
  }

  @Test
  void serverIsToldToAskAgainWhenThePortalIsAway() {
    portal.failure = new PortalUnavailableException("away", null);

    assertThat(post("certificate?purpose=install", PEM).statusCode()).isEqualTo(502);
    assertThat(get("settings").statusCode()).isEqualTo(502);
    assertThat(reports).isEmpty();
  }

  @Test
  void requestForSettingsThatHasNoProperNumberIsRefused() {
    assertThat(get("settings?request=1").statusCode()).isEqualTo(400);
    assertThat(get("settings?request=1").body()).contains("\"1\", expected 32 hexadecimal digits");
  }

  @Test
  void settingsComeOnceAndTheSecondTimeIsAProblem() {
    String request = "0123456789abcdef".repeat(2);
    assertThat(get("settings?request=" + request).body()).isEqualTo("lang en_US\n");
    assertThat(portal.lastSettings.request()).isEqualTo(request);
    portal.failure = new PortalRefusedException(new Problem(410, "SETTINGS_GONE", "given once"));

    assertThat(get("settings").statusCode()).isEqualTo(410);

    await()
        .untilAsserted(
            () ->
                assertThat(reports)
                    .filteredOn(BootFetched.class::isInstance)
                    .map(report -> ((BootFetched) report).what())
                    .containsExactly(BootPart.SETTINGS));
    assertMisuse(TokenMisuse.SECOND_FETCH, command.fence(), "127.0.0.1");
  }

  @Test
  void beatIsReportedInOneLine() {
    assertThat(beat(4, "phase=packages&percent=40&message=a%0Ab%20%26+c").statusCode())
        .isEqualTo(200);
    assertThat(beat(5, "phase=post&percent=-").statusCode()).isEqualTo(200);

    Beat first = (Beat) reports.get(0);
    assertThat(first.phase()).isEqualTo(BeatPhase.PACKAGES);
    assertThat(first.percent()).isEqualTo(40);
    assertThat(first.message()).isEqualTo("a b & c");
    assertThat(((Beat) reports.get(1)).percent()).isNull();
  }

  @Test
  void beatThatIsWrongIsRefusedByName() {
    assertThat(post("beat", "sequence=x&phase=post").body()).contains("sequence is \"x\"");
    assertThat(beat(1, "phase=tea").body()).contains("phase is \"tea\"");
    assertThat(beat(1, "phase=post&percent=101").body()).contains("percent");
    assertThat(reports).isEmpty();
  }

  @Test
  void logAndErasureAreReported() {
    assertThat(
            send(key.signed(
                    request("log?sequence=3"), "log " + BootCommands.TOKEN + " 3", "line\n"))
                .statusCode())
        .isEqualTo(200);
    assertThat(post("log?sequence=4", "x".repeat(70_000)).statusCode()).isEqualTo(413);
    assertThat(result("erased", "{}").statusCode()).isEqualTo(409);

    boots.serve(BootCommands.install().address("127.0.0.1/8").buildErase());
    String json =
        "{\"disks\":[{\"id\":\"d1\",\"device\":\"/dev/vda\",\"sizeBytes\":9,\"method\":\"zero\","
            + "\"writtenBytes\":9,\"readBackBytes\":9,\"verified\":true,\"problem\":null}],"
            + "\"skipped\":[{\"device\":\"/dev/sr0\",\"id\":\"\",\"reason\":\"NOT_A_DISK\"}],\"problem\":null}";
    assertThat(result("erased", json).statusCode()).isEqualTo(200);
    assertThat(result("erased", json.replace("\"readBackBytes\":9", "\"readBackBytes\":10")).body())
        .contains("disk.readBackBytes is \"10\", expected 0 to 9");
    assertThat(result("erased", "{\"disks\":[],\"skipped\":[],\"disk\":1}").body())
        .contains("unknown field disk");

    assertThat(((InstallerLog) reports.get(0)).text()).isEqualTo("line\n");
    assertThat(((Erased) reports.get(1)).disks()).hasSize(1);
    assertThat(((Erased) reports.get(1)).skipped()).hasSize(1);
    assertThat(reports).hasSize(2);
  }

  @Test
  void hardwareIsReportedOnlyByAServerThatWasBootedForIt() {
    String json =
        "{\"bootMode\":\"BIOS\",\"cpuModel\":\"CPU\",\"cores\":2,\"memoryMib\":900,\"serial\":\"\","
            + "\"vendor\":\"QEMU\",\"model\":\"PC\",\"disks\":[{\"id\":\"d1\",\"device\":\"/dev/vda\","
            + "\"sizeBytes\":9,\"model\":\"\",\"serial\":\"d1\",\"rotational\":true}],"
            + "\"cards\":[{\"name\":\"eth0\",\"mac\":\"52:54:00:00:00:11\",\"driver\":\"virtio_net\","
            + "\"speedMbit\":null,\"linkUp\":true}],\"console\":\"ttyS0\"}";
    assertThat(result("inspected", json).statusCode()).isEqualTo(409);

    boots.serve(BootCommands.install().address("127.0.0.1/8").buildInspect());
    assertThat(result("inspected", json).statusCode()).isEqualTo(200);
    assertThat(result("inspected", json.replace("\"CPU\"", "\"" + "x".repeat(201) + "\"")).body())
        .contains("cpuModel");
    assertThat(result("inspected", "x".repeat(300_000)).statusCode()).isEqualTo(413);
    assertThat(result("erased", "{\"disks\":[]}").statusCode()).isEqualTo(409);

    Inspected report = (Inspected) reports.get(0);
    assertThat(report.fence()).isEqualTo(command.fence());
    assertThat(report.facts().disks()).hasSize(1);
    assertThat(reports).hasSize(1);
  }

  @Test
  void whatIsNotAnEndpointIsNotFound() {
    assertThat(get("initrd/..%2F..%2Fetc%2Fpasswd").statusCode()).isEqualTo(404);
    assertThat(get("initrd/9").statusCode()).isEqualTo(404);
    assertThat(post("kernel", "").statusCode()).isEqualTo(404);
    assertThat(getAt("").statusCode()).isEqualTo(404);
  }

  private void assertMisuse(TokenMisuse what, Fence fence, String source) {
    await()
        .untilAsserted(
            () ->
                assertThat(reports)
                    .filteredOn(TokenProblem.class::isInstance)
                    .map(TokenProblem.class::cast)
                    .last()
                    .satisfies(
                        problem -> {
                          assertThat(problem.what()).isEqualTo(what);
                          assertThat(problem.fence()).isEqualTo(fence);
                          assertThat(problem.source()).isEqualTo(source);
                        }));
  }

  private HttpResponse<String> get(String path) {
    return send(request(path));
  }

  private HttpResponse<String> getAt(String path) {
    return send(HttpRequest.newBuilder(URI.create(base + path)));
  }

  private HttpResponse<String> beat(long number, String rest) {
    String what = "beat " + BootCommands.TOKEN + " " + number;
    return send(key.signed(request("beat"), what, "sequence=" + number + "&" + rest));
  }

  private HttpResponse<String> result(String path, String body) {
    return send(key.result(request(path), body));
  }

  private HttpResponse<String> post(String path, String body) {
    return send(request(path).POST(BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + BootCommands.TOKEN + "/" + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void neighbour(String mac, String device) throws IOException {
    Files.writeString(
        directory.resolve("arp"),
        "IP address       HW type     Flags       HW address            Mask     Device\n"
            + "127.0.0.1        0x1         0x2         "
            + mac
            + "     *        "
            + device
            + "\n");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
