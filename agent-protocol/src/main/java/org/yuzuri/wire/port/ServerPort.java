package org.yuzuri.wire.port;

import java.util.regex.Pattern;
import org.yuzuri.wire.value.Checks;

/**
 * Where a server is plugged in.
 *
 * @param name of a LINUX_BRIDGE port: the interface on the agent's machine, such as {@code tap-1};
 *     of an EXTERNAL one: what people call it, one line of at most 60 characters, may be empty
 */
public record ServerPort(PortKind kind, String name) {

  /** A port of which nothing is known but that the site's own switch filters it. */
  public static final ServerPort EXTERNAL = new ServerPort(PortKind.EXTERNAL, "");

  /** Longest name of an EXTERNAL port, in characters. */
  private static final int LONGEST_LABEL = 60;

  // An interface's name has at most 15 bytes: IFNAMSIZ of linux/if.h, less the end of the string.
  private static final Pattern INTERFACE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,14}");

  public ServerPort {
    Checks.present(kind, "port.kind");
    if (kind == PortKind.LINUX_BRIDGE) {
      Checks.matching(
          name,
          INTERFACE,
          "port.name",
          "a network interface: 1 to 15 of A-Z a-z 0-9 _ . -, first a letter or a digit");
    } else {
      Checks.line(name, LONGEST_LABEL, "port.name");
    }
  }
}
