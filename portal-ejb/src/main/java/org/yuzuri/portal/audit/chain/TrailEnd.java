package org.yuzuri.portal.audit.chain;

/**
 * The end of the chain as the database says it.
 *
 * @param number of the last sealed entry; 0 before the first
 * @param seal of that entry; empty before the first
 */
public record TrailEnd(long number, String seal) {}
