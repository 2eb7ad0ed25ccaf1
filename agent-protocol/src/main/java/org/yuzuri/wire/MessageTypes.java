package org.yuzuri.wire;

import java.util.List;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.command.EnsureGrants;
import org.yuzuri.wire.command.EnsureNoBoot;
import org.yuzuri.wire.command.EnsureNoTunnel;
import org.yuzuri.wire.command.EnsurePower;
import org.yuzuri.wire.command.EnsureReachable;
import org.yuzuri.wire.command.EnsureRevocations;
import org.yuzuri.wire.command.EnsureTunnel;
import org.yuzuri.wire.report.Beat;
import org.yuzuri.wire.report.BootFetched;
import org.yuzuri.wire.report.CommandOutcome;
import org.yuzuri.wire.report.CommandReport;
import org.yuzuri.wire.report.DaemonStatus;
import org.yuzuri.wire.report.Erased;
import org.yuzuri.wire.report.Inspected;
import org.yuzuri.wire.report.InstallerLog;
import org.yuzuri.wire.report.TokenProblem;
import org.yuzuri.wire.report.TunnelDown;
import org.yuzuri.wire.report.TunnelUp;

/** The records that a {@code type} may name. Their simple class names are the names. */
final class MessageTypes {

  static final List<Class<?>> COMMANDS =
      List.of(
          EnsureBoot.class,
          EnsureNoBoot.class,
          EnsurePower.class,
          EnsureGrants.class,
          EnsureTunnel.class,
          EnsureNoTunnel.class,
          EnsureRevocations.class,
          EnsureReachable.class);

  static final List<Class<?>> REPORTS =
      List.of(
          CommandReport.class,
          BootFetched.class,
          Beat.class,
          InstallerLog.class,
          Erased.class,
          Inspected.class,
          TokenProblem.class,
          TunnelUp.class,
          TunnelDown.class,
          DaemonStatus.class);

  static final List<Class<?>> OUTCOMES =
      List.of(
          CommandOutcome.Running.class,
          CommandOutcome.Done.class,
          CommandOutcome.Failed.class,
          CommandOutcome.Expired.class,
          CommandOutcome.Unknown.class);

  private MessageTypes() {}
}
