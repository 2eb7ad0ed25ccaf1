package org.yuzuri.portal.reporting;

import java.io.Serializable;
import java.util.List;
import org.yuzuri.portal.reporting.figure.FigureTable;
import org.yuzuri.portal.reporting.pool.PoolUse;

/**
 * What the datacenter's people see first.
 *
 * @param pool how many servers are at what, one line for each use of the pool
 * @param tables revenue and use of the pool in the last six months
 */
public record OverviewView(List<UseNow> pool, List<FigureTable> tables) implements Serializable {

  /** Servers that are at the same now. */
  public record UseNow(PoolUse use, long servers) implements Serializable {}
}
