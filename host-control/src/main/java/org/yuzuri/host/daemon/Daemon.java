package org.yuzuri.host.daemon;

import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yuzuri.host.DaemonConfig;
import org.yuzuri.host.Processes;
import org.yuzuri.host.command.CommandJournal;
import org.yuzuri.host.command.CommandLoop;
import org.yuzuri.host.command.FenceFiles;
import org.yuzuri.host.command.Knowledge;
import org.yuzuri.host.command.PendingCommands;
import org.yuzuri.host.command.StatusTimer;
import org.yuzuri.host.firewall.Firewall;
import org.yuzuri.host.firewall.GrantsHandler;
import org.yuzuri.host.identity.DaemonIdentity;
import org.yuzuri.host.portal.PortalClient;
import org.yuzuri.host.portal.Renewal;
import org.yuzuri.host.portal.ReportSink;
import org.yuzuri.host.portal.ReportSpool;
import org.yuzuri.host.portal.TrustRefresh;
import org.yuzuri.wire.value.DaemonKind;
import org.yuzuri.wire.value.Hold;

/** The parts of a daemon, put together around its work. */
final class Daemon implements AutoCloseable {

  private final Clock clock;
  private final String version;
  private final ReportSink reports;
  private final DaemonWork work;
  private final GrantsHandler grants;
  private final CommandLoop commands;
  private final Renewal renewal;
  private final TrustRefresh trust;
  private final CommandJournal journal;
  private @Nullable StatusTimer status;
  private @Nullable Cleaning cleaning;

  /** What a daemon is and where it runs. */
  record Start(
      DaemonKind kind,
      String version,
      DaemonConfig config,
      DaemonIdentity identity,
      Firewall firewall,
      Processes processes,
      Clock clock) {}

  Daemon(Start start, Function<Skeleton, DaemonWork> makeWork) {
    this.clock = start.clock();
    this.version = start.version();
    DaemonConfig config = start.config();
    Path state = config.stateDirectory();
    PortalClient portal = PortalClient.identified(config, start.identity());
    this.reports = new ReportSink(new ReportSpool(state.resolve("reports")), portal);
    PendingCommands pending = new PendingCommands();
    GrantsHandler grants = new GrantsHandler(start.firewall());
    this.grants = grants;
    this.work =
        makeWork.apply(
            new Skeleton(
                portal, start.identity(), grants, reports::add, pending, start.processes(), clock));
    this.journal = new CommandJournal(state.resolve("journal"));
    this.commands =
        new CommandLoop(
            portal::commands,
            journal,
            new Knowledge(new FenceFiles(state.resolve("fences")), this::holds),
            work.handlers()::handle,
            reports::add,
            clock,
            pending);
    this.renewal =
        new Renewal(config, start.kind(), start.identity(), portal, work::renewed, clock);
    this.trust = new TrustRefresh(config, portal, work::learned);
  }

  /** Takes up again what was served, then goes on with commands. */
  void start() {
    work.start();
    reports.start();
    commands.start();
    renewal.start();
    trust.start();
    cleaning = new Cleaning(List.of(journal::forgetOld, work::forgetOld), Cleaning.PERIOD, clock);
    status = new StatusTimer(version, work::facts, reports::addIfIdle, clock);
  }

  private Map<Long, Set<Hold>> holds() {
    Map<Long, Set<Hold>> all = new TreeMap<>();
    work.holds().forEach((server, holds) -> holds.forEach(hold -> add(all, server, hold)));
    grants.servers().forEach(server -> add(all, server, Hold.GRANTS));
    return all;
  }

  private static void add(Map<Long, Set<Hold>> all, long server, Hold hold) {
    all.computeIfAbsent(server, any -> EnumSet.noneOf(Hold.class)).add(hold);
  }

  @Override
  public void close() {
    if (status != null) {
      status.close();
    }
    if (cleaning != null) {
      cleaning.close();
    }
    renewal.close();
    trust.close();
    commands.close();
    work.close();
    reports.close();
  }
}
