package org.yuzuri.portal.reporting.cost;

/**
 * What a tenant knows a lease by.
 *
 * @param hostName may be empty
 * @param labels as {@code Labels} writes them
 */
public record LeaseLabel(long leaseId, String hostName, String labels) {}
