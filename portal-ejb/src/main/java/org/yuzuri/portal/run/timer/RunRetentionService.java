package org.yuzuri.portal.run.timer;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.errand.ErrandDesk;

/** How long it is kept what runs asked daemons for. Called as the portal. Transaction: required. */
@Stateless
public class RunRetentionService {

  /** Counted from the run's end; the run itself, its steps and its evidence stay. */
  private static final Duration KEPT = Duration.ofDays(90);

  @Inject ErrandDesk errands;
  @Inject Clock clock;

  /** Removes the errands of runs that ended long ago; returns how many. */
  @RequiresPermissions(Permissions.SYSTEM)
  public int forgetOldErrands() {
    return errands.forgetOfRunsEnded(clock.instant().minus(KEPT));
  }
}
