package org.yuzuri.portal.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Clock;
import org.apache.shiro.SecurityUtils;
import org.apache.shiro.authc.AuthenticationException;
import org.apache.shiro.authc.DisabledAccountException;
import org.apache.shiro.authc.UsernamePasswordToken;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.access.login.CodeNeededException;
import org.yuzuri.portal.access.login.LoginBusyException;
import org.yuzuri.portal.access.login.WaitBeforeLoginException;
import org.yuzuri.portal.web.ui.Messages;

/**
 * Logs a member in, or leads it on to the page of its code; then goes to the page that was asked
 * for, if it was a page of this portal.
 */
@Named
@RequestScoped
public class LoginBean {

  @Inject Messages messages;
  @Inject ExternalContext external;
  @Inject Entrance entrance;
  @Inject Clock clock;

  private String login = "";
  private String password = "";

  public void login() throws IOException {
    try {
      SecurityUtils.getSubject()
          .login(new UsernamePasswordToken(login, password, ClientAddress.currentNetwork()));
    } catch (CodeNeededException right) {
      PendingStep.begin(entrance.request(), right.first(), clock.instant());
      external.redirect(external.getRequestContextPath() + PortalShiroEnvironment.CODE_PAGE);
      return;
    } catch (WaitBeforeLoginException early) {
      entrance.haveWait(early.remaining());
      return;
    } catch (LoginBusyException busy) {
      entrance.sayBusy();
      return;
    } catch (DisabledAccountException disabled) {
      messages.error("login.disabled");
      return;
    } catch (AuthenticationException wrong) {
      messages.error("login.wrong");
      return;
    }
    entrance.enter();
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
