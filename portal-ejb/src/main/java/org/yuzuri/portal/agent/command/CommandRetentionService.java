package org.yuzuri.portal.agent.command;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.Permissions;

/** How long commands are kept. Called as the portal. Transactions: required. */
@Stateless
public class CommandRetentionService {

  private static final Duration KEPT = Duration.ofDays(90);

  @Inject Clock clock;

  @PersistenceContext EntityManager em;

  /** Removes commands that had their outcome long ago and that no errand is about; how many. */
  @RequiresPermissions(Permissions.SYSTEM)
  public int forgetOld() {
    return em.createQuery(
            "delete from QueuedCommand c where c.finishedAt < :before"
                + " and not exists (select e.id from ErrandRow e where e.commandId = c.id)")
        .setParameter("before", clock.instant().minus(KEPT))
        .executeUpdate();
  }
}
