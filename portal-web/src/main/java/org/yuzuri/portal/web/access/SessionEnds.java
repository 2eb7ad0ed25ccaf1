package org.yuzuri.portal.web.access;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import org.yuzuri.portal.session.MemberSessions;

/** A session that ended, by a log-out or by itself, does not count for its member any more. */
public class SessionEnds implements HttpSessionListener {

  @Override
  public void sessionDestroyed(HttpSessionEvent event) {
    SessionAge.memberSession(event.getSession())
        .ifPresent(id -> CDI.current().select(MemberSessions.class).get().end(id));
  }
}
