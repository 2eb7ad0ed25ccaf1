package org.yuzuri.portal.errand;

import java.util.function.Function;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.wire.command.AgentCommand;

/**
 * What a run wants of a daemon; sent when its turn comes.
 *
 * @param name unique within the run, at most 40 characters
 * @param agentId the daemon that is asked
 * @param fault whose matter it is when the wish cannot be reached
 * @param command makes the command of one try
 */
public record Wish(
    String name, long agentId, Fault fault, Function<CommandHeader, AgentCommand> command) {

  /** Whose matter it is when its daemon does not answer; a BMC's silence is its agent's. */
  Fault faultOfSilence() {
    return fault == Fault.HARDWARE ? Fault.LENDER : fault;
  }
}
