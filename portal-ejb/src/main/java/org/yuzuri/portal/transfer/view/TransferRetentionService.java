package org.yuzuri.portal.transfer.view;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.transfer.TransferRepository;

/** How long installers' logs are kept. Called as the portal. Transactions: required. */
@Stateless
public class TransferRetentionService {

  /** Counted from the end of the lease. */
  private static final Duration KEPT = Duration.ofDays(90);

  @Inject TransferRepository transfers;
  @Inject Clock clock;

  /** Removes the logs of leases that were over long ago; returns how many pieces. */
  @RequiresPermissions(Permissions.SYSTEM)
  public int forgetOldLogs() {
    return transfers.forgetLogsOfLeasesOver(clock.instant().minus(KEPT));
  }
}
