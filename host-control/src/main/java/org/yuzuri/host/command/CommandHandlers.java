package org.yuzuri.host.command;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.yuzuri.wire.command.AgentCommand;
import org.yuzuri.wire.command.CommandOutcome;

/** Which method of a daemon carries out which command. Immutable. */
public final class CommandHandlers {

  private final Map<Class<?>, Function<AgentCommand, CommandOutcome>> byType;

  private CommandHandlers(Map<Class<?>, Function<AgentCommand, CommandOutcome>> byType) {
    this.byType = Map.copyOf(byType);
  }

  /**
   * Begins the list of a daemon.
   *
   * @param commands the sealed interface of those that the daemon carries out
   */
  public static <D extends AgentCommand> Builder<D> of(Class<D> commands) {
    return new Builder<>(commands);
  }

  /** Carries the command out; one that is for the other kind of daemon fails. */
  public CommandOutcome handle(AgentCommand command) {
    Function<AgentCommand, CommandOutcome> handler = byType.get(command.getClass());
    if (handler == null) {
      return new CommandOutcome.Failed(
          "NOT_FOR_THIS_DAEMON",
          command.getClass().getSimpleName() + " is not for this kind of daemon",
          false);
    }
    return handler.apply(command);
  }

  /** Collects a handler for each command; not safe for threads. */
  public static final class Builder<D extends AgentCommand> {

    private final Class<D> commands;
    private final Map<Class<?>, Function<AgentCommand, CommandOutcome>> byType = new HashMap<>();

    private Builder(Class<D> commands) {
      this.commands = commands;
    }

    /**
     * Commands of this type are carried out by this handler.
     *
     * @throws IllegalStateException they have one already
     */
    public <C extends D> Builder<D> on(Class<C> type, Function<C, CommandOutcome> handler) {
      if (byType.put(type, command -> handler.apply(type.cast(command))) != null) {
        throw new IllegalStateException(type.getSimpleName() + " has two handlers, expected one");
      }
      return this;
    }

    /**
     * The whole list.
     *
     * @throws IllegalStateException a command of the daemon's has no handler
     */
    public CommandHandlers build() {
      for (Class<?> type : commands.getPermittedSubclasses()) {
        if (!byType.containsKey(type)) {
          throw new IllegalStateException(
              "nothing handles "
                  + type.getSimpleName()
                  + ", expected a handler for each "
                  + commands.getSimpleName()
                  + ": "
                  + Arrays.stream(commands.getPermittedSubclasses())
                      .map(Class::getSimpleName)
                      .toList());
        }
      }
      return new CommandHandlers(byType);
    }
  }
}
