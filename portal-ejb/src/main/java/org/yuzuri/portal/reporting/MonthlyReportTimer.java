package org.yuzuri.portal.reporting;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.platform.Attempts;

/** Sends the monthly report. */
@Singleton
public class MonthlyReportTimer {

  @Inject MonthlyReportService report;
  @Inject AsSystem asSystem;

  /** Looks every hour in the first days of a month; each mail is sent once. */
  @Schedule(hour = "*", minute = "33", persistent = false, info = "monthly report")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void run() {
    Attempts.tick(
        "the monthly report was not sent; tried again in an hour",
        () -> asSystem.run("monthly report", report::send));
  }
}
