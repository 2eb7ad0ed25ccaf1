package org.yuzuri.portal.state;

/**
 * What sort of waiting a state is; pages, timers and recovery ask this instead of listing states.
 */
public enum Kind {
  /** Nothing is going on; somebody's decision or a date ends it. */
  RESTING,
  /** The portal or a daemon is at work; a limit ends it when nothing else does. */
  WORKING,
  /** A person has to decide before anything can go on. */
  STUCK,
  /** The story is over; no event leads out. */
  FINAL
}
