package org.yuzuri.wire.boot;

import java.util.Arrays;
import org.yuzuri.wire.value.Checks;

/**
 * One thing that the overlay on a booted server is told: a variable of its environment, {@code
 * YUZURI_} and the constant's name. Examples are in {@code docs/contracts.md}, §4.
 */
public enum BootFact {
  /** What the boot is for: install, erase or inspect. */
  MODE(Source.AGENT),
  /** Where the agent answers this boot, token included. */
  AGENT(Source.AGENT),
  /** The card that the server boots with. */
  MAC(Source.AGENT),
  /** The server's own address in the boot network, with the prefix length. */
  ADDRESS(Source.AGENT),
  /** The way out of the boot network; the agent, unless told otherwise. */
  ROUTER(Source.PORTAL),
  /** The server's name. */
  HOSTNAME(Source.PORTAL),
  /** Subject of the certificate for the installation's tunnel. */
  IDENTITY(Source.PORTAL),
  /** Subject of the certificate for the installed system's tunnel. */
  PRODUCTION_IDENTITY(Source.PORTAL),
  /** Where the tenant's gateway takes tunnels. */
  GATEWAY_ADDRESS(Source.PORTAL),
  /** Subject of the gateway's certificate. */
  GATEWAY_IDENTITY(Source.PORTAL),
  /** The tenant's network: reached through the tunnel or not at all. */
  TENANT_RANGE(Source.PORTAL),
  /** The server's address in the tenant's network. */
  VIRTUAL_ADDRESS(Source.PORTAL),
  /** In strongSwan's notation. */
  IKE_PROPOSALS(Source.PORTAL),
  /** In strongSwan's notation. */
  ESP_PROPOSALS(Source.PORTAL),
  /** What the overlay hands over to, a program of the tenant's initrd. */
  NEXT_INIT(Source.PORTAL),
  /** How much of each disk the eraser reads back, in GiB; all of it when it is not told. */
  READ_BACK_GIB(Source.PORTAL),
  /** Other servers that an inspection must not reach from the server's port. */
  PROBE_NEIGHBOURS(Source.PORTAL),
  /** Management controllers that an inspection must not reach from the server's port. */
  PROBE_BMCS(Source.PORTAL);

  private enum Source {
    /** Told in the command's facts. */
    PORTAL,
    /** Known to the agent, from the command's other fields. */
    AGENT
  }

  private static final String PREFIX = "YUZURI_";

  private final Source source;

  BootFact(Source source) {
    this.source = source;
  }

  /** Whether the agent knows it without the command's facts. */
  public boolean isKnownToAgent() {
    return source == Source.AGENT;
  }

  /** Its name in the environment, such as {@code YUZURI_HOSTNAME}. */
  public String variable() {
    return PREFIX + name();
  }

  /**
   * The fact of this name in the environment.
   *
   * @throws IllegalArgumentException there is none
   */
  public static BootFact of(String variable) {
    return Arrays.stream(values())
        .filter(fact -> fact.variable().equals(variable))
        .findFirst()
        .orElseThrow(
            () ->
                Checks.refused(
                    "facts name",
                    variable,
                    "one of " + Arrays.stream(values()).map(BootFact::variable).toList()));
  }
}
