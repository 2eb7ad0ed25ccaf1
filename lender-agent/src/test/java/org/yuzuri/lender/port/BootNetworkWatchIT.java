package org.yuzuri.lender.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yuzuri.wire.server.TokenMisuse.AGENT_ADDRESS_CLAIMED;
import static org.yuzuri.wire.server.TokenMisuse.FOREIGN_DHCP_ANSWER;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuzuri.host.ProcessCall;
import org.yuzuri.wire.report.KeySeen;
import org.yuzuri.wire.server.TokenMisuse;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.Ipv4Address;
import org.yuzuri.wire.value.Sha256;

/** What a hostile server's frames make the agent tell, by real nftables. */
final class BootNetworkWatchIT {

  private static final String HOSTILE = "52:54:00:00:00:11";

  private static final Fence FIRST = new Fence(1, 2, 3);
  private static final Fence LATER = new Fence(2, 3, 1);

  @TempDir Path directory;

  private final List<String> told = new ArrayList<>();
  private final List<TokenMisuse> toldLater = new ArrayList<>();
  private final Set<Fence> booting = ConcurrentHashMap.newKeySet();
  private Rack rack;
  private BootNetworkWatch watch;

  @BeforeEach
  void start() throws IOException {
    rack = Rack.start();
    booting.add(FIRST);
    watch =
        new BootNetworkWatch(
            rack.machine(),
            "br-boot",
            Ipv4Address.of("192.0.2.1"),
            () -> Set.copyOf(booting),
            (boot, what, who) -> {
              if (boot.equals(LATER)) {
                toldLater.add(what);
              } else {
                told.add(what + " " + who);
              }
            });
  }

  @AfterEach
  void end() throws IOException {
    watch.close();
    rack.close();
  }

  @Test
  void whoeverAnswersDhcpOrClaimsTheAgentsAddressIsNamed() {
    watch.look();
    assertThat(told).isEmpty();

    rack.tries("rows");
    watch.look();

    assertThat(told)
        .containsExactlyInAnyOrder(
            FOREIGN_DHCP_ANSWER + " " + HOSTILE + " 192.0.2.17",
            FOREIGN_DHCP_ANSWER + " " + HOSTILE + " 192.0.2.1",
            AGENT_ADDRESS_CLAIMED + " " + HOSTILE);
  }

  @Test
  void keyIsReportedAfterWhoMayHaveBootedItIs() {
    watch.look();
    rack.tries("rows");
    List<Integer> toldBefore = new ArrayList<>();

    watch
        .before(report -> toldBefore.add(told.size()))
        .accept(new KeySeen(UUID.randomUUID(), Instant.EPOCH, FIRST, Sha256.of("ab".repeat(32))));

    assertThat(toldBefore).containsExactly(3);
  }

  @Test
  void behindFilteredPortsNobodyIs() {
    PortHandler ports = new PortHandler(new LinuxBridge("br-boot", rack.machine(), directory));
    ports.handle(Ports.filtered(1));
    ports.handle(Ports.filtered(2));
    watch.look();

    rack.tries("rows");
    watch.look();

    assertThat(told).isEmpty();
  }

  @Test
  void whileNoServerBootsNothingIsWatched() {
    booting.clear();
    watch.look();

    rack.tries("rows");
    booting.add(FIRST);
    watch.look();

    assertThat(told).isEmpty();
  }

  @Test
  void whatWasSaidBeforeABootWasServedIsNothingToIt() {
    watch.look();
    rack.tries("rows");
    await("the kernel has known it for a second").until(() -> secondsLeft() < 9);
    watch.look();
    booting.add(LATER);

    watch.look();
    assertThat(told).isNotEmpty();
    assertThat(toldLater).isEmpty();

    rack.tries("rows");
    watch.look();
    assertThat(toldLater).contains(FOREIGN_DHCP_ANSWER, AGENT_ADDRESS_CLAIMED);
  }

  /** Of the time that the kernel knows who spoke, whole seconds of who spoke last. */
  private int secondsLeft() {
    String listing =
        rack.machine()
            .runOrThrow(ProcessCall.of("nft", "-j", "list", "table", "netdev", "yuzuri-foreign"))
            .output();
    return Pattern.compile("\"expires\": (\\d+)")
        .matcher(listing)
        .results()
        .mapToInt(found -> Integer.parseInt(found.group(1)))
        .max()
        .orElseThrow(() -> new AssertionError(listing));
  }

  @Test
  void afterTheKernelLostItsTableItIsWatchedAgain() {
    watch.look();
    rack.machine().runOrThrow(ProcessCall.of("nft", "delete", "table", "netdev", "yuzuri-foreign"));
    watch.look();
    watch.look();

    rack.tries("rows");
    watch.look();

    assertThat(told).contains(AGENT_ADDRESS_CLAIMED + " " + HOSTILE);
  }
}
