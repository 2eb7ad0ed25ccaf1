package org.yuzuri.portal.agent.view;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.agent.command.CommandRetentionService;
import org.yuzuri.portal.agent.report.ReportService;
import org.yuzuri.portal.platform.Attempts;

/** Notes which daemons have fallen silent, and forgets old reports and commands. */
@Singleton
public class SilentAgentTimer {

  @Inject AsSystem asSystem;
  @Inject AgentService agents;
  @Inject ReportService reports;
  @Inject CommandRetentionService commands;

  /** Runs on every node; noting a silence twice is harmless. */
  @Schedule(hour = "*", minute = "*", second = "*/30", persistent = false, info = "silent agents")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void run() {
    Attempts.tick(
        "silent agents were not looked for; tried again in 30 s",
        () -> asSystem.run("silent agents", agents::noteSilent));
  }

  /** Once an hour; on several nodes at once it is harmless. */
  @Schedule(hour = "*", minute = "17", persistent = false, info = "old reports")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void forget() {
    Attempts.tick(
        "old reports were not removed; tried again in an hour",
        () -> asSystem.run("old reports", reports::forgetOld));
  }

  /** Once an hour; on several nodes at once it is harmless. */
  @Schedule(hour = "*", minute = "29", persistent = false, info = "old commands")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void forgetCommands() {
    Attempts.tick(
        "old commands were not removed; tried again in an hour",
        () -> asSystem.run("old commands", commands::forgetOld));
  }
}
