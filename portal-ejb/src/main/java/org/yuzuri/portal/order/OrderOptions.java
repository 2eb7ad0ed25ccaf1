package org.yuzuri.portal.order;

import org.yuzuri.portal.lease.HostNames;
import org.yuzuri.portal.lease.Labels;

/**
 * What an order may say beside what it needs.
 *
 * @param pinned whether the version of the settings was chosen as such: that a newer one is saved
 *     meanwhile is then no reason to look again
 * @param labels what the tenant finds the servers by
 * @param hostNames what the tenant calls them
 */
public record OrderOptions(boolean pinned, Labels labels, HostNames hostNames) {

  /** Nothing beside. */
  public static final OrderOptions NONE = new OrderOptions(false, Labels.NONE, HostNames.NONE);
}
