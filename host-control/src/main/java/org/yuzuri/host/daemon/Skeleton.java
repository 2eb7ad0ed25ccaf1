package org.yuzuri.host.daemon;

import java.time.Clock;
import java.util.function.Consumer;
import org.yuzuri.host.Processes;
import org.yuzuri.host.command.PendingCommands;
import org.yuzuri.host.firewall.GrantsHandler;
import org.yuzuri.host.identity.DaemonIdentity;
import org.yuzuri.host.portal.PortalClient;
import org.yuzuri.wire.report.AgentReport;

/**
 * The parts that every daemon has, for its work to be built on.
 *
 * @param identity with which the daemon started
 * @param grants of this site's firewall
 * @param reports takes what the daemon saw and does not lose it
 * @param pending tells a long command whether it was overtaken
 */
public record Skeleton(
    PortalClient portal,
    DaemonIdentity identity,
    GrantsHandler grants,
    Consumer<AgentReport> reports,
    PendingCommands pending,
    Processes processes,
    Clock clock) {}
