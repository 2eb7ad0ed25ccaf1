package org.yuzuri.portal.run.timer;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.run.RunEngine;
import org.yuzuri.portal.run.Runs;

/** Runs, for the timer that drives them: one transaction for each. Transaction: required. */
@Stateless
public class RunService {

  @Inject Runs runs;
  @Inject RunEngine engine;

  /** Ids of runs that are due. */
  @RequiresPermissions(Permissions.SYSTEM)
  public List<Long> listDue(int limit) {
    return runs.listDue(limit);
  }

  /** Does what is next for a run that is due, unless another node is at it. */
  @RequiresPermissions(Permissions.SYSTEM)
  public void advance(long id) {
    runs.due(id).ifPresent(engine::advance);
  }

  /** The portal itself failed at a run: it is put off, and ended when its time is over. */
  @RequiresPermissions(Permissions.SYSTEM)
  public void stumbled(long id) {
    engine.stumbled(runs.locked(id));
  }
}
