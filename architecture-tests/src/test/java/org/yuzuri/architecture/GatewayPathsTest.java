package org.yuzuri.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The tenant gateway's units, configurations, guide and AppArmor rules name the same places: what
 * one of them writes, the other may read.
 */
class GatewayPathsTest {

  private static final Path DIST = Path.of("../tenant-gateway/src/main/dist");
  private static final Path GUIDE =
      Path.of("../portal-web/src/main/webapp/WEB-INF/gateway/guide.xhtml");
  private static final String INSTALLED = "/usr/share/yuzuri/tenant-gateway/";

  private final Properties configuration = new Properties();

  @BeforeEach
  void read() throws IOException {
    try (Reader reader = Files.newBufferedReader(DIST.resolve("tenant-gateway.properties"))) {
      configuration.load(reader);
    }
  }

  @Test
  void ikeDaemonReadsWhatTheGatewayWrites() throws IOException {
    assertThat(unit("yuzuri-tenant-gateway-ike"))
        .contains("Environment=SWANCTL_DIR=" + configuration.getProperty("swanctl.directory"));
  }

  @Test
  void bothSpeakThroughTheSocketBelowTheIkeDaemonsOwnFolder() throws IOException {
    String socket = configuration.getProperty("vici.uri");

    assertThat(Files.readString(DIST.resolve("strongswan.conf"))).contains("socket = " + socket);
    assertThat(unit("yuzuri-tenant-gateway-ike"))
        .contains("RuntimeDirectory=" + Path.of("/run").relativize(Path.of(socket()).getParent()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"state.directory", "swanctl.directory"})
  void gatewayWritesBelowItsStateDirectoryOnly(String key) throws IOException {
    String directory =
        unit("yuzuri-tenant-gateway").stream()
            .filter(line -> line.startsWith("StateDirectory="))
            .map(line -> "/var/lib/" + line.substring("StateDirectory=".length()))
            .findFirst()
            .orElseThrow();

    assertThat(configuration.getProperty(key)).startsWith(directory + "/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"state.directory", "swanctl.directory", "vici.uri"})
  void guideOfTheGatewaysPageNamesThemToo(String key) throws IOException {
    assertThat(Files.readAllLines(GUIDE)).contains(key + "=" + configuration.getProperty(key));
  }

  @Test
  void filesThatUnitsNameAreShipped() throws IOException {
    for (String unit :
        List.of(
            "yuzuri-tenant-gateway-closed", "yuzuri-tenant-gateway-ike", "yuzuri-tenant-gateway")) {
      assertThat(
              unit(unit).stream()
                  .flatMap(
                      line ->
                          Pattern.compile("[= ]" + INSTALLED + "(\\S+)").matcher(line).results())
                  .map(found -> found.group(1))
                  .filter(name -> !name.endsWith(".jar")))
          .as(unit)
          .allSatisfy(name -> assertThat(DIST.resolve(name)).exists());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "swanctl, r, swanctl.conf",
    "swanctl, r, conf.d/lease-7-install.conf",
    "swanctl, r, private/gateway.key",
    "swanctl, r, x509crl/transfer-ca-2.crl"
  })
  void appArmorLetsSwanctlReadTheDirectory(String program, String access, String file)
      throws IOException {
    assertAllowed(program, access, configuration.getProperty("swanctl.directory") + "/" + file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"swanctl", "charon-systemd"})
  void appArmorLetsBothReachTheSocketAndReadTheConfiguration(String program) throws IOException {
    assertAllowed(program, "rw", socket());
    assertAllowed(program, "r", INSTALLED + "strongswan-kernel.conf");
    assertAllowed(program, "r", INSTALLED + "strongswan.conf");
  }

  @Test
  void appArmorLetsSwanctlTellEventsLineByLine() throws IOException {
    Path stdbuf = Path.of("/usr/libexec/coreutils/libstdbuf.so");

    assertThat(stdbuf).as("where Debian has what stdbuf preloads").exists();
    assertAllowed("swanctl", "mr", stdbuf.toString());
  }

  private String socket() {
    return URI.create(configuration.getProperty("vici.uri")).getPath();
  }

  private static List<String> unit(String name) throws IOException {
    return Files.readAllLines(DIST.resolve(name + ".service"));
  }

  private static void assertAllowed(String program, String access, String path) throws IOException {
    assertThat(Files.readAllLines(DIST.resolve("apparmor/usr.sbin." + program)))
        .as(path)
        .anyMatch(
            rule ->
                rule.endsWith(" " + access + ",")
                    && path.matches(
                        rule.split(" ", 2)[0]
                            .replace(".", "\\.")
                            .replace("**", ".+")
                            .replaceAll("(?<!\\.)\\*", "[^/]*")));
  }
}
