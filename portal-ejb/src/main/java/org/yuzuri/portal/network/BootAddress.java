package org.yuzuri.portal.network;

/**
 * A leased server's place in the boot network.
 *
 * @param address with the prefix length, {@code 192.0.2.17/24}
 * @param router IPv4
 * @param nameServers IPv4 addresses separated by commas; may be empty
 */
public record BootAddress(String address, String router, String nameServers) {}
