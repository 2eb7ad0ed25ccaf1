package org.yuzuri.lender.port;

import java.time.Instant;
import java.util.UUID;
import org.yuzuri.wire.command.EnsurePort;
import org.yuzuri.wire.port.PortAccess;
import org.yuzuri.wire.port.PortKind;
import org.yuzuri.wire.port.ServerPort;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.Ipv4Address;
import org.yuzuri.wire.value.MacAddress;

/** Commands for the ports of the rack: server N at tap-N, and its card and address. */
public final class Ports {

  private Ports() {}

  public static EnsurePort filtered(int server) {
    return command(server, bridge("tap-" + server), PortAccess.FILTERED);
  }

  /** The same under the fence of the next lease. */
  public static EnsurePort filteredAnew(int server) {
    return command(new Fence(server, 8, 2), server, bridge("tap-" + server), PortAccess.FILTERED);
  }

  /** At a switch of the site's own. */
  public static EnsurePort external(int server) {
    return command(
        server, new ServerPort(PortKind.EXTERNAL, "port " + server), PortAccess.FILTERED);
  }

  public static EnsurePort closed(int server) {
    return command(server, bridge("tap-" + server), PortAccess.CLOSED);
  }

  static EnsurePort filtered(int server, ServerPort port) {
    return command(server, port, PortAccess.FILTERED);
  }

  static ServerPort bridge(String name) {
    return new ServerPort(PortKind.LINUX_BRIDGE, name);
  }

  private static EnsurePort command(int server, ServerPort port, PortAccess access) {
    return command(new Fence(server, 7, 1), server, port, access);
  }

  private static EnsurePort command(Fence fence, int server, ServerPort port, PortAccess access) {
    return new EnsurePort(
        UUID.nameUUIDFromBytes(new byte[] {(byte) server}),
        Instant.parse("2026-01-31T12:00:00Z"),
        fence,
        port,
        MacAddress.of("52:54:00:00:00:1" + server),
        Ipv4Address.of("192.0.2." + (16 + server)),
        access);
  }
}
