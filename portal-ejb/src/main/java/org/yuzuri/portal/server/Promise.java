package org.yuzuri.portal.server;

/**
 * What an offer promises of each of its servers.
 *
 * @param cpuCount processor threads, at least
 * @param memoryMib memory in MiB, at least
 * @param diskGib size of the largest disk in GiB, at least
 */
public record Promise(int cpuCount, int memoryMib, int diskGib) {}
