package org.yuzuri.settings;

import java.util.List;
import org.yuzuri.settings.plan.InstallPlan;
import org.yuzuri.settings.plan.Origin;
import org.yuzuri.settings.plan.PlanLine;

/** The lines of a plan that carry the lender's facts and hooks, in order. */
final class LenderLinesOf {

  private LenderLinesOf() {}

  static List<String> plan(InstallPlan plan) {
    return plan.lines().stream()
        .filter(line -> line.origin() == Origin.LENDER)
        .map(PlanLine::text)
        .filter(LenderLinesOf::isFactOrHook)
        .toList();
  }

  /** Left aside: what is only there when the tenant has nothing of the kind. */
  private static boolean isFactOrHook(String line) {
    return line.startsWith("network --device")
        || line.startsWith("ignoredisk")
        || line.startsWith("reboot")
        || line.startsWith("/yuzuri/")
        || line.startsWith("d-i netcfg/get_ipaddress")
        || line.startsWith("d-i partman-auto/disk");
  }
}
