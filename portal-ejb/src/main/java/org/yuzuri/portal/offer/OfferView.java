package org.yuzuri.portal.offer;

import java.util.Set;
import org.yuzuri.portal.price.Price;

/**
 * An offer, as pages show it.
 *
 * @param version rises with every change; a change names the one that it was typed over
 * @param memoryMib memory of each server in MiB
 * @param diskGib size of the largest disk in GiB
 * @param price of each server; a tenant sees its own
 * @param visible false when withdrawn
 * @param tenants ids of the tenants that see it; empty for all
 * @param free servers that can be ordered now
 * @param identityByPort whether some of its servers are known by their network port only
 */
public record OfferView(
    long id,
    int version,
    String name,
    String description,
    int cpuCount,
    int memoryMib,
    int diskGib,
    Price price,
    boolean visible,
    Set<Long> tenants,
    int free,
    boolean identityByPort) {

  /** Whether every tenant sees it. */
  public boolean isForAll() {
    return tenants.isEmpty();
  }
}
