package org.yuzuri.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.yuzuri.host.command.DeadlinePassedException;
import org.yuzuri.host.command.Pause;
import org.yuzuri.wire.command.CommandOutcome;
import org.yuzuri.wire.command.EnsureReachable;

/** Knocks at a server's management port through its tunnel until it answers. */
final class ManagementPort {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
  private static final Duration BANNER_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration BETWEEN_KNOCKS = Duration.ofMillis(500);
  private static final int LONGEST_BANNER = 200;

  private final Clock clock;
  private final Pause pause;

  ManagementPort(Clock clock, Pause pause) {
    this.clock = clock;
    this.pause = pause;
  }

  /**
   * Waits until a TCP connection works, at most until the command's end.
   *
   * @return done, with the fact {@code banner}: what the server says first, its first line, may be
   *     empty
   * @throws DeadlinePassedException it never worked
   */
  CommandOutcome handle(EnsureReachable command) {
    InetSocketAddress target = new InetSocketAddress(command.address().toString(), command.port());
    String lastProblem = "not tried";
    while (clock.instant().isBefore(command.notAfter())) {
      try (Socket socket = new Socket()) {
        socket.connect(target, (int) CONNECT_TIMEOUT.toMillis());
        socket.setSoTimeout((int) BANNER_TIMEOUT.toMillis());
        return new CommandOutcome.Done(Map.of("banner", banner(socket.getInputStream())));
      } catch (IOException e) {
        lastProblem = e.getMessage();
      }
      pause.of(BETWEEN_KNOCKS);
    }
    throw new DeadlinePassedException(target + " to answer; last problem: " + lastProblem);
  }

  private static String banner(InputStream in) {
    StringBuilder line = new StringBuilder();
    try {
      for (int next = in.read();
          next >= 0 && next != '\n' && line.length() < LONGEST_BANNER;
          next = in.read()) {
        line.append(new String(new byte[] {(byte) next}, ISO_8859_1));
      }
    } catch (IOException e) {
      // A port may wait for the other side to speak first: it was reached all the same.
      return printable(line);
    }
    return printable(line);
  }

  private static String printable(StringBuilder line) {
    return line.toString().strip().replaceAll("[^ -~]", "?");
  }
}
