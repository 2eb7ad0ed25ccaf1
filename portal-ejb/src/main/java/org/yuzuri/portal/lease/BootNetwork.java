package org.yuzuri.portal.lease;

/**
 * The network that servers of a site boot in.
 *
 * @param router where its servers send what leaves it
 */
public record BootNetwork(String router) {}
