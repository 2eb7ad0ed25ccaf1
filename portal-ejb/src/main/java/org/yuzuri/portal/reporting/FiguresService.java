package org.yuzuri.portal.reporting;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.reporting.pool.PoolNow;

/** The datacenter's figures, for its people. Transaction: required. */
@Stateless
public class FiguresService {

  @Inject PoolNow pool;

  /** How the datacenter stands now. */
  @RequiresPermissions(Permissions.REPORT_READ)
  public OverviewView overview() {
    return new OverviewView(
        pool.count().entrySet().stream()
            .map(each -> new OverviewView.UseNow(each.getKey(), each.getValue()))
            .toList());
  }
}
