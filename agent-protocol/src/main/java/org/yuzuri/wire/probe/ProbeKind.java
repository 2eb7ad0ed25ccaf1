package org.yuzuri.wire.probe;

/** What a port probe tries from a server's port: what a tenant's server must not be able to do. */
public enum ProbeKind {
  /** Send from a MAC address that is not the server's. */
  FOREIGN_MAC,
  /** Send IPv4 from another server's address. */
  FOREIGN_ADDRESS,
  /** Say by ARP that it has another server's address. */
  FOREIGN_ARP,
  /** Answer as a DHCP server. */
  DHCP_ANSWER,
  /** Say that it is an IPv6 router. */
  ROUTER_ADVERTISEMENT,
  /** Send a frame with a VLAN tag (IEEE 802.1Q). */
  TAGGED_FRAME,
  /** Be answered by another server; one finding for each that is known. */
  OTHER_SERVER,
  /** Be answered by a management controller; one finding for each that is known. */
  BMC
}
