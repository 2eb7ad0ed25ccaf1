package org.yuzuri.portal.access;

/** What kind of actor causes a change. */
public enum ActorKind {
  /** A person who is logged in. */
  MEMBER,
  /** A daemon that reports. */
  AGENT,
  /** A timer or another part of the portal. */
  SYSTEM
}
