package org.yuzuri.wire.command;

/** A command that a lender agent carries out. */
public sealed interface LenderCommand extends AgentCommand
    permits EnsureBoot, EnsureNoBoot, EnsurePower, EnsureFreshStart, EnsurePort, EnsureGrants {}
