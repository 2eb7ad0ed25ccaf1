package org.yuzuri.lender.probe;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.wire.value.Ipv4Address;

/**
 * Which management controllers answer the agent's presence ping now: one that answers nobody is
 * nothing to try a port on.
 */
final class BmcWitness {

  /** Primary RMCP port, and the ping: ASF 2.0, 3.2.2 to 3.2.4. */
  static final int RMCP = 623;

  private static final byte[] PING = HexFormat.of().parseHex("0600ff06000011be80010000");

  private static final Logger log = LoggerFactory.getLogger(BmcWitness.class);
  private static final Duration ROUND = Duration.ofMillis(500);
  private static final int ROUNDS = 2;
  private static final int LONGEST_ANSWER = 512;

  private final int port;

  BmcWitness(int port) {
    this.port = port;
  }

  /** Whether the address is one that every machine has of itself: RFC 1122, 3.2.1.3. */
  static boolean isItself(Ipv4Address address) {
    return address.text().startsWith("127.");
  }

  /** Those that answer; takes at most a second. */
  Set<Ipv4Address> answering(Collection<Ipv4Address> bmcs) {
    Set<Ipv4Address> answered = new HashSet<>();
    try (DatagramSocket socket = new DatagramSocket()) {
      for (int round = 0; round < ROUNDS && !answered.containsAll(bmcs); round++) {
        bmcs.stream().filter(bmc -> !answered.contains(bmc)).forEach(bmc -> ping(socket, bmc));
        listen(socket, bmcs, answered);
      }
    } catch (IOException e) {
      log.warn("management controllers cannot be asked: {}", e.getMessage());
    }
    return answered;
  }

  private void ping(DatagramSocket socket, Ipv4Address bmc) {
    InetSocketAddress to = new InetSocketAddress(bmc.text(), port);
    try {
      socket.send(new DatagramPacket(PING, PING.length, to));
    } catch (IOException e) {
      log.info("{} cannot be asked: {}", bmc, e.getMessage());
    }
  }

  private static void listen(
      DatagramSocket socket, Collection<Ipv4Address> bmcs, Set<Ipv4Address> answered)
      throws IOException {
    long end = System.nanoTime() + ROUND.toNanos();
    DatagramPacket packet = new DatagramPacket(new byte[LONGEST_ANSWER], LONGEST_ANSWER);
    while (!answered.containsAll(bmcs)) {
      long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
      if (left <= 0) {
        return;
      }
      socket.setSoTimeout((int) left);
      try {
        socket.receive(packet);
      } catch (SocketTimeoutException e) {
        return;
      }
      InetAddress from = packet.getAddress();
      bmcs.stream().filter(bmc -> bmc.text().equals(from.getHostAddress())).forEach(answered::add);
    }
  }
}
