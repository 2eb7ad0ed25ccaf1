package org.yuzuri.portal.world;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.yuzuri.portal.agent.ReportingAgent;
import org.yuzuri.portal.agent.command.CommandResult;
import org.yuzuri.portal.agent.command.ReportedCommand;
import org.yuzuri.wire.command.AgentCommand;
import org.yuzuri.wire.command.CommandOutcome;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.command.EnsureFreshStart;
import org.yuzuri.wire.command.EnsureGrants;
import org.yuzuri.wire.command.EnsureNoTunnel;
import org.yuzuri.wire.command.EnsurePort;
import org.yuzuri.wire.command.EnsurePower;
import org.yuzuri.wire.command.EnsureTunnel;
import org.yuzuri.wire.report.AgentReport;
import org.yuzuri.wire.value.DaemonKind;

/**
 * Both daemons and the servers behind them. Every command is done at once and every server does its
 * part, unless a test says otherwise by the command's name, such as {@code EnsurePower OFF}.
 */
final class ScriptedDaemons {

  static final ReportingAgent LENDER =
      new ReportingAgent(Site.LENDER_AGENT, DaemonKind.LENDER_AGENT, 1, "site");
  static final ReportingAgent OTHER_SITE =
      new ReportingAgent(99, DaemonKind.LENDER_AGENT, 1, "other site");
  static final ReportingAgent OTHER_GATEWAY =
      new ReportingAgent(98, DaemonKind.TENANT_GATEWAY, World.TENANT, "other gate");
  static final ReportingAgent GATEWAY =
      new ReportingAgent(Site.GATEWAY_AGENT, DaemonKind.TENANT_GATEWAY, World.TENANT, "gate");

  private final World world;
  private final Map<String, CommandOutcome> outcomes = new HashMap<>();
  private final Map<String, Integer> times = new HashMap<>();
  private final Set<String> unanswered = new HashSet<>();
  private final Set<String> unansweredOnce = new HashSet<>();
  private final Set<Long> deadAgents = new HashSet<>();
  private final Map<Long, EnsureBoot> staged = new HashMap<>();
  private final Map<Long, Act> stopped = new HashMap<>();
  private final Set<Act> omitted = EnumSet.noneOf(Act.class);
  private final ScriptedServer server;

  ScriptedDaemons(World world) {
    this.world = world;
    this.server = new ScriptedServer(world, this);
  }

  /** This command ends so, every time. */
  void answer(String command, CommandOutcome outcome) {
    outcomes.put(command, outcome);
  }

  /** Every server is found on when it is started; what it boots is not heard of. */
  void findServersOn() {
    answer("EnsureFreshStart", new CommandOutcome.Done(Map.of("before", "ON")));
    omitted.addAll(EnumSet.allOf(Act.class));
  }

  /** This command ends so for the first few times. */
  void answerFirst(int count, String command, CommandOutcome outcome) {
    outcomes.put(command, outcome);
    times.put(command, count);
  }

  /** This command is never heard of again. */
  void swallow(String command) {
    unanswered.add(command);
  }

  /** This command is never heard of again the first time that it is sent. */
  void swallowFirst(String command) {
    unansweredOnce.add(command);
  }

  /** Every command is answered from now on. */
  void answerAgain() {
    unanswered.clear();
  }

  /** This daemon does nothing at all. */
  void kill(long agentId) {
    deadAgents.add(agentId);
  }

  /** The server stops before it does this, as if its power had gone. */
  void stopBefore(Act act) {
    omitted.addAll(EnumSet.range(act, Act.PRODUCTION_TUNNEL));
  }

  /** The server leaves this out. */
  void omit(Act act) {
    omitted.add(act);
  }

  /** This server alone stops before it does this. */
  void stopBefore(Act act, long serverId) {
    stopped.put(serverId, act);
  }

  /** Whether the server leaves this out. */
  boolean omits(long serverId, Act act) {
    Act stop = stopped.get(serverId);
    return omitted.contains(act)
        || (stop != null && act.compareTo(stop) >= 0 && act.compareTo(Act.PRODUCTION_TUNNEL) <= 0);
  }

  ScriptedServer server() {
    return server;
  }

  /** Takes every waiting command; true when there was one. */
  boolean work() {
    boolean worked = false;
    for (Outbox.Sent sent = world.outbox.take(); sent != null; sent = world.outbox.take()) {
      worked = true;
      handle(sent);
    }
    return worked;
  }

  private void handle(Outbox.Sent sent) {
    String name = name(sent.command());
    if (deadAgents.contains(sent.agentId())
        || unanswered.contains(name)
        || unansweredOnce.remove(name)) {
      return;
    }
    CommandOutcome outcome = outcome(name);
    report(sent, outcome);
    if (outcome instanceof CommandOutcome.Done) {
      happens(sent.command());
    }
  }

  private CommandOutcome outcome(String name) {
    Integer left = times.computeIfPresent(name, (any, before) -> before - 1);
    boolean spent = left != null && left < 0;
    CommandOutcome always = outcomes.get(name.replaceFirst(" .*", ""));
    CommandOutcome said = spent ? null : outcomes.getOrDefault(name, always);
    return said == null ? new CommandOutcome.Done(Map.of()) : said;
  }

  private void report(Outbox.Sent sent, CommandOutcome outcome) {
    AgentCommand command = sent.command();
    ReportedCommand reported =
        new ReportedCommand(
            command.id(),
            command.getClass().getSimpleName(),
            command.fence(),
            outcome,
            world.clock.instant());
    world.outbox.ended(command.id(), CommandResult.of(outcome, world.clock.instant()));
    ReportingAgent from = sent.agentId() == Site.LENDER_AGENT ? LENDER : GATEWAY;
    world.reports.commandReported(from, reported);
  }

  private void happens(AgentCommand command) {
    if (command instanceof EnsureBoot boot) {
      staged.put(boot.fence().serverId(), boot);
    } else if (command instanceof EnsureFreshStart start) {
      EnsureBoot boot = staged.get(start.fence().serverId());
      if (boot != null) {
        server.boots(boot);
      }
    }
  }

  void reports(ReportingAgent from, AgentReport report) {
    world.reports.reported(from, report);
  }

  private static String name(AgentCommand command) {
    String type = command.getClass().getSimpleName();
    if (command instanceof EnsureBoot boot) {
      return type + " " + boot.purpose();
    }
    if (command instanceof EnsurePort port) {
      return type + " " + port.access();
    }
    if (command instanceof EnsurePower power) {
      return type + " " + power.power();
    }
    if (command instanceof EnsureTunnel tunnel) {
      return type + " " + tunnel.purpose();
    }
    if (command instanceof EnsureGrants grants) {
      return type + " " + (grants.grants().isEmpty() ? "NONE" : grants.grants().get(0).id());
    }
    return command instanceof EnsureNoTunnel tunnel ? type + " " + tunnel.purpose() : type;
  }
}
