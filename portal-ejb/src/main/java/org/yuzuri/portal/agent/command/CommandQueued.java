package org.yuzuri.portal.agent.command;

/**
 * A command was put behind an agent's others. Observe it after the commit: before, the agent cannot
 * see the command.
 */
public record CommandQueued(long agentId) {}
