package org.yuzuri.portal.errand;

import java.util.function.Function;
import org.yuzuri.wire.command.AgentCommand;

/**
 * A wish that is sent when its turn comes.
 *
 * @param name unique within the run, at most 40 characters
 * @param agentId the daemon that is asked
 * @param command makes the command of one try
 */
public record ErrandPlan(
    String name, long agentId, Function<CommandHeader, AgentCommand> command) {}
