package org.yuzuri.lender.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuzuri.lender.BootCommands;
import org.yuzuri.wire.call.Problem;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.report.TokenProblem;
import org.yuzuri.wire.server.TokenMisuse;

/** What a boot token opens when; this test has the server's address, and is whoever learnt it. */
final class TokenStagesTest {

  private static final String PEM = "-----BEGIN CERTIFICATE REQUEST-----\n";
  private static final List<String> BOOT_FILES =
      List.of("script", "kernel", "initrd/0", "initrd/overlay", "initrd/transfer");

  @TempDir Path directory;

  private final EnsureBoot command = BootCommands.install().address("127.0.0.1/8").build();
  private TestBootServer server;

  @BeforeEach
  void start() throws IOException {
    server = new TestBootServer(directory);
    server.serve(command);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void serverThatStartsAgainWhileItBootsIsServedAgain() {
    assertBootFiles(200);
    server.clock.add(Duration.ofMinutes(14));
    assertBootFiles(200);
    assertThat(misuses()).isEmpty();
  }

  @Test
  void bootFilesEndWithTheInstallationCertificateWhichIsGivenAgain() {
    assertBootFiles(200);
    assertThat(certificate("install")).isEqualTo(200);

    assertBootFiles(410);
    assertThat(misuses()).containsExactly(TokenMisuse.PAST_STAGE);
    assertThat(certificate("install")).isEqualTo(200);
  }

  @Test
  void certificateThatWasNotGivenEndsNothing() {
    for (int status : new int[] {425, 403}) {
      server.portal.refusal = new Problem(status, "REFUSED", "not yet, or not you");
      assertThat(certificate("install")).isEqualTo(status);
    }
    assertBootFiles(200);
  }

  @Test
  void bootFilesEndAQuarterOfAnHourAfterTheFirstScript() {
    server.clock.add(Duration.ofMinutes(40));
    assertThat(server.getFirstScript().statusCode()).isEqualTo(200);
    server.clock.add(Duration.ofMinutes(14));
    assertThat(server.get("script").statusCode()).isEqualTo(200);
    server.clock.add(Duration.ofMinutes(1));

    assertBootFiles(410);
    assertThat(server.get("kernel").body()).isEqualTo("boot files are over; the boot is RUNNING\n");
    assertThat(misuses()).containsExactly(TokenMisuse.PAST_STAGE);
  }

  @Test
  void productionCertificateComesAfterTheSettingsAndTheInstallationCertificateNoMore() {
    certificate("install");
    assertThat(certificate("production")).isEqualTo(409);
    assertThat(misuses()).containsExactly(TokenMisuse.PAST_STAGE);
    assertThat(server.get("settings").statusCode()).isEqualTo(200);

    assertThat(certificate("production")).isEqualTo(200);
    assertThat(certificate("install")).isEqualTo(410);
    assertBootFiles(410);
  }

  @Test
  void settingsThatWereNotGivenEndNothing() {
    certificate("install");
    server.portal.refusal = new Problem(425, "TUNNEL_NOT_REPORTED", "not yet");
    assertThat(server.get("settings").statusCode()).isEqualTo(425);
    server.portal.refusal = null;

    assertThat(certificate("install")).isEqualTo(200);
    assertThat(certificate("production")).isEqualTo(409);
  }

  @Test
  void stageOutlivesTheAgentAndEndsWithTheBoot() throws IOException {
    certificate("install");
    server.get("settings");
    server.close();
    Path stage = directory.resolve("boots/52-54-00-00-00-11.stage");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(stage)))
        .isEqualTo("rw-------");

    start();
    assertBootFiles(410);
    assertThat(certificate("install")).isEqualTo(410);
    assertThat(certificate("production")).isEqualTo(200);

    server.withdraw(command);
    assertThat(stage).doesNotExist();
  }

  @Test
  void firstFetchOutlivesTheAgent() throws IOException {
    server.get("script");
    server.close();
    start();
    server.clock.add(Duration.ofMinutes(15));

    assertBootFiles(410);
  }

  @Test
  void stageThatCannotBeReadOpensNoBootFile() throws IOException {
    server.close();
    Files.writeString(directory.resolve("boots/52-54-00-00-00-11.stage"), "half a li");
    start();

    assertBootFiles(410);
  }

  @Test
  void bootUnderAnotherTokenBeginsAnew() {
    certificate("install");
    server.get("settings");
    String token = "n".repeat(43);
    server.serve(BootCommands.install().address("127.0.0.1/8").token(token).build());

    assertThat(server.getFirstScript().body()).contains(token);
  }

  @Test
  void bootForErasureOpensNeitherCertificatesNorSettings() {
    server.serve(BootCommands.install().address("127.0.0.1/8").buildErase());

    assertThat(certificate("install")).isEqualTo(409);
    assertThat(certificate("production")).isEqualTo(409);
    assertThat(server.get("settings").body())
        .isEqualTo("settings come to a boot for INSTALL; this one is for ERASE\n");
    assertThat(server.portal.lastCertificate).isNull();
  }

  private void assertBootFiles(int status) {
    for (String file : BOOT_FILES) {
      assertThat(server.get(file).statusCode()).as(file).isEqualTo(status);
    }
  }

  private int certificate(String purpose) {
    HttpResponse<String> answer =
        server.send(
            server.request("certificate?purpose=" + purpose).POST(BodyPublishers.ofString(PEM)));
    return answer.statusCode();
  }

  private List<TokenMisuse> misuses() {
    return server.reports.stream()
        .filter(TokenProblem.class::isInstance)
        .map(report -> ((TokenProblem) report).what())
        .toList();
  }
}
