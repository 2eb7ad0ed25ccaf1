package org.yuzuri.architecture.violations.lender;

import org.yuzuri.portal.platform.ProblemException;

/** A daemon that reaches into the portal. */
public class PortalFriend {
  ProblemException problem;
}
