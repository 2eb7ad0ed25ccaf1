package org.yuzuri.portal.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.apache.shiro.SecurityUtils;
import org.apache.shiro.authc.AuthenticationException;
import org.apache.shiro.authc.DisabledAccountException;
import org.apache.shiro.authc.UsernamePasswordToken;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.login.LoginBusyException;
import org.yuzuri.portal.access.login.WaitBeforeLoginException;
import org.yuzuri.portal.session.MemberSessions;
import org.yuzuri.portal.web.ui.Messages;

/** Logs a member in; then goes to the page that was asked for, if it was a page of this portal. */
@Named
@RequestScoped
public class LoginBean {

  private static final String HOME = "/index.xhtml";

  /** Source: RFC 6585, §4. */
  private static final int TOO_MANY_REQUESTS = 429;

  private static final Duration BUSY = Duration.ofSeconds(5);

  @Inject Messages messages;
  @Inject ExternalContext external;
  @Inject Clock clock;
  @Inject CurrentSubject subject;
  @Inject MemberSessions sessions;

  private String login = "";
  private String password = "";

  public void login() throws IOException {
    try {
      SecurityUtils.getSubject()
          .login(new UsernamePasswordToken(login, password, ClientAddress.network(request())));
    } catch (WaitBeforeLoginException early) {
      refuse(TOO_MANY_REQUESTS, early.remaining(), "login.wait");
      return;
    } catch (LoginBusyException busy) {
      refuse(HttpServletResponse.SC_SERVICE_UNAVAILABLE, BUSY, "login.busy");
      return;
    } catch (DisabledAccountException disabled) {
      messages.error("login.disabled");
      return;
    } catch (AuthenticationException wrong) {
      messages.error("login.wrong");
      return;
    }
    SessionAge.memberSession(request()).ifPresent(sessions::end);
    long member = subject.actor().id();
    SessionAge.begin(request(), clock.instant(), sessions.begin(member));
    external.redirect(external.getRequestContextPath() + target());
  }

  private void refuse(int status, Duration wait, String key) {
    long seconds = wait.plusMillis(999).toSeconds();
    external.setResponseStatus(status);
    external.setResponseHeader("Retry-After", String.valueOf(seconds));
    messages.error(key, seconds);
  }

  private HttpServletRequest request() {
    return (HttpServletRequest) external.getRequest();
  }

  private String target() {
    HttpServletResponse response = (HttpServletResponse) external.getResponse();
    return ReturnCookie.take(request(), response).orElse(HOME);
  }

  public String getLogin() {
    return login;
  }

  public void setLogin(String login) {
    this.login = login;
  }

  /** Never sent back to the browser. */
  public @Nullable String getPassword() {
    return null;
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
