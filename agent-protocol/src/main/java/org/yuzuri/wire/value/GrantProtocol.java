package org.yuzuri.wire.value;

/** What a grant lets through; ANY is every IP protocol. */
public enum GrantProtocol {
  UDP,
  TCP,
  ICMP,
  ANY
}
