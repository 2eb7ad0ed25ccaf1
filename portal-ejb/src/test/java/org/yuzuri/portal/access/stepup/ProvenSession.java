package org.yuzuri.portal.access.stepup;

import java.time.Instant;
import org.apache.shiro.session.Session;
import org.apache.shiro.session.mgt.SimpleSession;

/** Sessions whose member has just proven who it is, whenever that is. */
public final class ProvenSession {

  private ProvenSession() {}

  /** One of this member. */
  public static Session of(long member) {
    Session session = new SimpleSession();
    session.setAttribute(
        StepUp.PROVED, StepUp.proof(member, Instant.parse("9999-01-01T00:00:00Z")));
    return session;
  }
}
