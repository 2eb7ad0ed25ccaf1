package org.yuzuri.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the systemd units of the portal and the daemons leave their programs. */
class UnitFilesTest {

  private static final String LENDER = "../lender-agent/src/main/dist/yuzuri-lender-agent.service";
  private static final String GATEWAY =
      "../tenant-gateway/src/main/dist/yuzuri-tenant-gateway.service";
  private static final String PORTAL = "../portal-ear/src/main/dist/yuzuri-portal.service";

  /** Ten times systemd's exposure level, of which below 3.0 is "OK". Source: systemd-analyze(1). */
  private static final int MOST_EXPOSURE = 30;

  @ParameterizedTest
  @ValueSource(strings = {LENDER, GATEWAY, PORTAL})
  void unitIsAsTightAsItsProgramAllows(String file) throws IOException {
    assertThat(Files.readAllLines(Path.of(file)))
        .contains(
            "NoNewPrivileges=yes",
            "ProtectSystem=strict",
            "ProtectHome=yes",
            "PrivateTmp=yes",
            "SystemCallFilter=@system-service",
            "UMask=0077");
  }

  @ParameterizedTest
  @CsvSource({LENDER + ",CAP_NET_ADMIN CAP_KILL", GATEWAY + ",CAP_NET_ADMIN", PORTAL + ",''"})
  void unitHasTheCapabilitiesThatItsProgramUsesAndNoOther(String file, String capabilities)
      throws IOException {
    assertThat(Files.readAllLines(Path.of(file))).contains("CapabilityBoundingSet=" + capabilities);
  }

  @ParameterizedTest
  @CsvSource({LENDER + ",yuzuri-lender-agent", PORTAL + ",yuzuri-portal"})
  void accountOfTheUnitIsMadeByItsSysusersFile(String file, String user) throws IOException {
    assertThat(Files.readAllLines(Path.of(file))).contains("User=" + user);
    assertThat(Path.of(file.replace(".service", ".sysusers")))
        .content()
        .contains("u " + user + " - ");
  }

  @ParameterizedTest
  @ValueSource(strings = {LENDER, GATEWAY, PORTAL})
  void systemdKnowsEachSettingAndCallsTheExposureOk(String file)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                List.of(
                    "systemd-analyze",
                    "security",
                    "--offline=true",
                    "--threshold=" + MOST_EXPOSURE,
                    file))
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).doesNotContain("Unknown key", "Failed to parse");
  }
}
