package org.yuzuri.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.yuzuri.host.command.DeadlinePassedException;
import org.yuzuri.wire.command.CommandOutcome;
import org.yuzuri.wire.command.EnsureReachable;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.Ipv4Address;

class ManagementPortTest {
  private final PassingTime time = new PassingTime();
  private final ManagementPort port = new ManagementPort(time, time);

  @Test
  void theFirstLineIsTheBanner() throws IOException {
    try (ServerSocket server = listen()) {
      answer(server, "SSH-2.0-OpenSSH_9.2p1\u001b[31m\r\nmore");

      assertThat(port.handle(knock(server.getLocalPort(), 20)))
          .isEqualTo(new CommandOutcome.Done(Map.of("banner", "SSH-2.0-OpenSSH_9.2p1?[31m")));
    }
  }

  @Test
  void aBannerWithoutEndIsCut() throws IOException {
    try (ServerSocket server = listen()) {
      answer(server, "x".repeat(5000));

      CommandOutcome.Done done =
          (CommandOutcome.Done) port.handle(knock(server.getLocalPort(), 20));

      assertThat(done.facts().get("banner")).hasSize(200);
    }
  }

  @Test
  void aServerThatSaysNothingIsReachedAllTheSame() throws IOException {
    try (ServerSocket server = listen()) {
      answer(server, "");

      assertThat(port.handle(knock(server.getLocalPort(), 20)))
          .isEqualTo(new CommandOutcome.Done(Map.of("banner", "")));
    }
  }

  @Test
  void aClosedPortIsKnockedAtUntilTheEnd() throws IOException {
    int closed;
    try (ServerSocket server = listen()) {
      closed = server.getLocalPort();
    }

    assertThatThrownBy(() -> port.handle(knock(closed, 1)))
        .isInstanceOf(DeadlinePassedException.class)
        .hasMessageContaining("refused");
  }

  private static ServerSocket listen() throws IOException {
    return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  }

  private static void answer(ServerSocket server, String text) {
    var unused =
        CompletableFuture.runAsync(
            () -> {
              try (Socket socket = server.accept()) {
                socket.getOutputStream().write(text.getBytes(UTF_8));
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
  }

  private EnsureReachable knock(int port, int seconds) {
    return new EnsureReachable(
        UUID.randomUUID(),
        time.instant().plusSeconds(seconds),
        new Fence(1, 7, 1),
        Ipv4Address.of("127.0.0.1"),
        port);
  }
}
