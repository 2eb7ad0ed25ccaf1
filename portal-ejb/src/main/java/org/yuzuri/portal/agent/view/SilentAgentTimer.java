package org.yuzuri.portal.agent.view;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.agent.command.CommandRetentionService;
import org.yuzuri.portal.agent.report.ReportService;

/** Notes which daemons have fallen silent, and forgets old reports and commands. */
@Singleton
public class SilentAgentTimer {

  private static final Logger log = LoggerFactory.getLogger(SilentAgentTimer.class);

  @Inject AsSystem asSystem;
  @Inject AgentService agents;
  @Inject ReportService reports;
  @Inject CommandRetentionService commands;

  /** Runs on every node; noting a silence twice is harmless. */
  @Schedule(hour = "*", minute = "*", second = "*/30", persistent = false, info = "silent agents")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void run() {
    try {
      asSystem.run("silent agents", agents::noteSilent);
    } catch (RuntimeException failed) {
      // The tick's edge: the next tick tries again.
      log.error("silent agents were not looked for; tried again in 30 s", failed);
    }
  }

  /** Once an hour; on several nodes at once it is harmless. */
  @Schedule(hour = "*", minute = "17", persistent = false, info = "old reports")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void forget() {
    try {
      asSystem.run("old reports", reports::forgetOld);
    } catch (RuntimeException failed) {
      // The tick's edge: the next tick tries again.
      log.error("old reports were not removed; tried again in an hour", failed);
    }
  }

  /** Once an hour; on several nodes at once it is harmless. */
  @Schedule(hour = "*", minute = "29", persistent = false, info = "old commands")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void forgetCommands() {
    try {
      asSystem.run("old commands", commands::forgetOld);
    } catch (RuntimeException failed) {
      // The tick's edge: the next tick tries again.
      log.error("old commands were not removed; tried again in an hour", failed);
    }
  }
}
