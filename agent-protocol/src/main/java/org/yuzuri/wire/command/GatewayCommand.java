package org.yuzuri.wire.command;

/** A command that a tenant gateway carries out. */
public sealed interface GatewayCommand extends AgentCommand
    permits EnsureGrants, EnsureTunnel, EnsureNoTunnel, EnsureRevocations, EnsureReachable {}
