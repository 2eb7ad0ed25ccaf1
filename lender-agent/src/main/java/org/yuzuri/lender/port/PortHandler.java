package org.yuzuri.lender.port;

import java.util.Map;
import org.yuzuri.host.command.CommandFailedException;
import org.yuzuri.wire.command.CommandOutcome;
import org.yuzuri.wire.command.EnsurePort;
import org.yuzuri.wire.port.PortKind;

/** Carries out {@link EnsurePort} by the filter for the port's kind. Safe for threads. */
public final class PortHandler {

  private final PortFilter linuxBridge;
  private final PortFilter external = new ExternalPort();

  /** Makes a handler that filters these ports and leaves others to their switches. */
  public PortHandler(PortFilter linuxBridge) {
    this.linuxBridge = linuxBridge;
  }

  // A kind without a filter does not compile.
  private PortFilter filter(PortKind kind) {
    return switch (kind) {
      case LINUX_BRIDGE -> linuxBridge;
      case EXTERNAL -> external;
    };
  }

  /**
   * Makes the port carry what the command says.
   *
   * @return done, with the facts of {@link PortFilter#ensure}
   * @throws CommandFailedException PORT_MISSING, PORT_NOT_FILTERED
   */
  public CommandOutcome handle(EnsurePort command) {
    PortBinding binding = PortBinding.of(command);
    for (PortKind kind : PortKind.values()) {
      if (kind != command.port().kind()) {
        filter(kind).forget(binding.serverId());
      }
    }
    return new CommandOutcome.Done(filter(command.port().kind()).ensure(binding));
  }

  /** Brings back what was filtered before this agent's start. */
  public void restore() {
    for (PortKind kind : PortKind.values()) {
      filter(kind).restore();
    }
  }

  /** A port of a switch that the site's people have set up: nothing is done, and that is said. */
  private static final class ExternalPort implements PortFilter {

    @Override
    public Map<String, String> ensure(PortBinding binding) {
      return Map.of("filter", PortKind.EXTERNAL.name());
    }

    @Override
    public void forget(long serverId) {}

    @Override
    public void restore() {}
  }
}
