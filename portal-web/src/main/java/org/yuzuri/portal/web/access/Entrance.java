package org.yuzuri.portal.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.RequestSource;
import org.yuzuri.portal.member.profile.ProfileService;
import org.yuzuri.portal.member.profile.ProfileView;
import org.yuzuri.portal.session.MemberSessions;
import org.yuzuri.portal.session.Origin;
import org.yuzuri.portal.web.ui.Messages;
import org.yuzuri.portal.web.ui.language.Preferences;

/**
 * What every way in has in common: the session that begins, and the word that a try has to wait.
 */
@RequestScoped
class Entrance {

  /** Source: RFC 6585, §4. */
  private static final int TOO_MANY_REQUESTS = 429;

  private static final Duration BUSY = Duration.ofSeconds(5);

  @Inject ExternalContext external;
  @Inject Clock clock;
  @Inject CurrentSubject subject;
  @Inject MemberSessions sessions;
  @Inject ProfileService profiles;
  @Inject Messages messages;

  /** A member is logged in: its session counts from now on, and it goes where it wanted to. */
  void enter() throws IOException {
    PendingStep.end(request());
    SessionAge.memberSession(request()).ifPresent(sessions::end);
    long session = sessions.begin(subject.actor().id(), origin(request()));
    SessionAge.begin(request(), clock.instant(), session);
    ProfileView profile = profiles.view();
    Preferences.keep(request(), profile.language(), profile.zone());
    HttpServletResponse response = (HttpServletResponse) external.getResponse();
    external.redirect(
        external.getRequestContextPath()
            + ReturnCookie.take(request(), response).orElse(Home.of(subject)));
  }

  /** The try was not looked at; the next one is so much later. */
  void haveWait(Duration wait) {
    refuse(TOO_MANY_REQUESTS, wait, "login.wait");
  }

  /** The try could not be judged. */
  void sayBusy() {
    refuse(HttpServletResponse.SC_SERVICE_UNAVAILABLE, BUSY, "login.busy");
  }

  private void refuse(int status, Duration wait, String key) {
    long seconds = wait.plusMillis(999).toSeconds();
    external.setResponseStatus(status);
    external.setResponseHeader("Retry-After", String.valueOf(seconds));
    messages.error(key, seconds);
  }

  HttpServletRequest request() {
    return (HttpServletRequest) external.getRequest();
  }

  static Origin origin(HttpServletRequest request) {
    return Origin.of(RequestSource.current(), request.getHeader("User-Agent"));
  }
}
