package org.yuzuri.wire.value;

/** Something that a daemon keeps in place for a server. */
public enum Hold {
  /** Files that the server may boot from the network. */
  BOOT,
  /** Openings of the site's firewall. */
  GRANTS,
  /** A tunnel that is asked for or up. */
  TUNNEL
}
