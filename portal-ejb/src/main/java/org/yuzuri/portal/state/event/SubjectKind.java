package org.yuzuri.portal.state.event;

/** What sort of thing an event is about. */
public enum SubjectKind {
  /** A physical machine. */
  SERVER,
  /** What a tenant asked for. */
  ORDER,
  /** One server held by one tenant. */
  LEASE,
  /** One run that moves a tenant's system onto a server. */
  TRANSFER,
  /** One run that takes a server back. */
  WIPE,
  /** One run that looks at a server. */
  INSPECTION,
  /** A company that leases servers. */
  TENANT
}
