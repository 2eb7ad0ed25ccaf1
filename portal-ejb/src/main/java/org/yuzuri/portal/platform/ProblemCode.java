package org.yuzuri.portal.platform;

/**
 * A stable, documented name for one way in which a request can fail. Each feature has its own enum.
 *
 * <p>Pages look their text up under {@code problem.NAME}, with the field, the value and what was
 * expected as arguments 0, 1 and 2.
 */
public interface ProblemCode {

  /** The name of the enum constant: upper case, unique in the portal. */
  String name();

  /** What the receiver may do about it. */
  ProblemKind kind();
}
