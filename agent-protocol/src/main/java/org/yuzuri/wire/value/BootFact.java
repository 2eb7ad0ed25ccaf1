package org.yuzuri.wire.value;

import java.util.Arrays;

/**
 * One thing that the overlay on a booted server is told: a variable of its environment, {@code
 * YUZURI_} and the constant's name. What each holds is in {@code docs/contracts.md}, §4.
 */
public enum BootFact {
  MODE(Source.AGENT),
  AGENT(Source.AGENT),
  MAC(Source.AGENT),
  ADDRESS(Source.AGENT),
  ROUTER(Source.PORTAL),
  HOSTNAME(Source.PORTAL),
  IDENTITY(Source.PORTAL),
  PRODUCTION_IDENTITY(Source.PORTAL),
  GATEWAY_ADDRESS(Source.PORTAL),
  GATEWAY_IDENTITY(Source.PORTAL),
  TENANT_RANGE(Source.PORTAL),
  VIRTUAL_ADDRESS(Source.PORTAL),
  IKE_PROPOSALS(Source.PORTAL),
  ESP_PROPOSALS(Source.PORTAL),
  NEXT_INIT(Source.PORTAL);

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
