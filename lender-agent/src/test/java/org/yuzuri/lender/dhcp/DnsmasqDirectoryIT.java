package org.yuzuri.lender.dhcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuzuri.host.HostProcesses;
import org.yuzuri.host.ProcessCall;
import org.yuzuri.wire.value.Ipv4Address;
import org.yuzuri.wire.value.MacAddress;

/**
 * A real dnsmasq with the shipped configuration, in a network namespace that needs no root; a veth
 * pair is the boot network.
 */
final class DnsmasqDirectoryIT {

  private static final MacAddress MAC = MacAddress.of("52:54:00:00:00:11");
  private static final MacAddress OTHER = MacAddress.of("52:54:00:00:00:12");
  private static final String SCRIPT = "yuzuri.ipxe";
  private static final Path CLIENT = Path.of("src/test/resources/dhcp/discover.py");

  @TempDir Path directory;

  private final HostProcesses processes = new HostProcesses();
  private Process dnsmasq;
  private DnsmasqDirectory entries;

  @BeforeEach
  void start() throws IOException {
    entries =
        new DnsmasqDirectory(directory, new DnsmasqSignal(directory.resolve("pid"), processes));
    Files.createDirectory(directory.resolve("tftp"));
    Files.writeString(
        directory.resolve("dnsmasq.conf"),
        Files.readString(Path.of("src/main/dist/dnsmasq.conf"))
            .replace("/var/lib/yuzuri-dnsmasq", directory.toString()));
    dnsmasq =
        new ProcessBuilder("unshare", "-Urn", "sh", "-euc", namespace())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("log").toFile())
            .start();
    await().until(() -> Files.exists(directory.resolve("pid")));
  }

  @AfterEach
  void stop() throws InterruptedException {
    dnsmasq.destroy();
    assertThat(dnsmasq.waitFor(5, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void knownServerGetsItsAddressAndTheLoaderForItsFirmware() {
    entries.ensure(entry(MAC, "192.0.2.17"));

    await().untilAsserted(() -> assertThat(ask(MAC, "bios")).isEqualTo("192.0.2.17 undionly.kpxe"));
    assertThat(ask(MAC, "uefi")).isEqualTo("192.0.2.17 snponly.efi");
    assertThat(ask(MAC, "ipxe")).isEqualTo("192.0.2.17 " + SCRIPT);
    assertThat(ask(OTHER, "ipxe")).isEqualTo("none");
  }

  @Test
  void withdrawnServerIsNotAnsweredAndTheOthersStillAre() {
    entries.ensure(entry(MAC, "192.0.2.17"));
    entries.ensure(entry(OTHER, "192.0.2.18"));
    await().untilAsserted(() -> assertThat(ask(MAC, "ipxe")).startsWith("192.0.2.17 "));

    entries.ensureNone(MAC);

    await().untilAsserted(() -> assertThat(ask(MAC, "ipxe")).isEqualTo("none"));
    assertThat(ask(OTHER, "ipxe")).isEqualTo("192.0.2.18 " + SCRIPT);
  }

  @Test
  void serverCanBeMovedGivenBackAndTakenAgain() {
    entries.ensure(entry(MAC, "192.0.2.17"));
    await().untilAsserted(() -> assertThat(ask(MAC, "ipxe")).startsWith("192.0.2.17 "));
    entries.ensure(entry(MAC, "192.0.2.20"));
    await().untilAsserted(() -> assertThat(ask(MAC, "ipxe")).startsWith("192.0.2.20 "));
    entries.ensureNone(MAC);
    await().untilAsserted(() -> assertThat(ask(MAC, "ipxe")).isEqualTo("none"));

    entries.ensureExactly(List.of(entry(MAC, "192.0.2.17")));

    await().untilAsserted(() -> assertThat(ask(MAC, "ipxe")).startsWith("192.0.2.17 "));
    assertThat(dnsmasq.isAlive()).isTrue();
  }

  private static DhcpEntry entry(MacAddress mac, String address) {
    return new DhcpEntry(mac, Ipv4Address.of(address));
  }

  // accept_local: server and client are one machine here, which real ones are not.
  private String namespace() {
    return String.join(
        "\n",
        "ip link add br-boot type veth peer name card",
        "ip address add 192.0.2.1/24 dev br-boot",
        "ip link set br-boot up",
        "ip link set card up",
        "echo 1 > /proc/sys/net/ipv4/conf/br-boot/accept_local",
        "echo 1 > /proc/sys/net/ipv4/conf/card/accept_local",
        "echo 0 > /proc/sys/net/ipv4/conf/all/rp_filter",
        "echo 0 > /proc/sys/net/ipv4/conf/card/rp_filter",
        "exec dnsmasq --keep-in-foreground --log-facility=- --user=root --group= --conf-file="
            + directory.resolve("dnsmasq.conf")
            + " --pid-file="
            + directory.resolve("pid"));
  }

  private String ask(MacAddress mac, String kind) {
    return processes
        .runOrThrow(
            ProcessCall.of(
                    "nsenter",
                    "-t",
                    String.valueOf(dnsmasq.pid()),
                    "-U",
                    "--preserve-credentials",
                    "-n",
                    "python3",
                    CLIENT.toString(),
                    "card",
                    mac.text(),
                    kind,
                    "1")
                .withTimeout(Duration.ofSeconds(10)))
        .output()
        .strip();
  }
}
