package org.yuzuri.portal.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.apache.shiro.SecurityUtils;
import org.apache.shiro.authc.AuthenticationException;
import org.apache.shiro.authc.DisabledAccountException;
import org.apache.shiro.authc.LockedAccountException;
import org.apache.shiro.authc.UsernamePasswordToken;
import org.apache.shiro.web.util.SavedRequest;
import org.apache.shiro.web.util.WebUtils;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.web.ui.Messages;

/** Logs a member in; then goes to the page that was asked for, if it was a page of this portal. */
@Named
@RequestScoped
public class LoginBean {

  private static final String HOME = "/index.xhtml";

  @Inject Messages messages;
  @Inject ExternalContext external;

  private String login = "";
  private String password = "";

  public void login() throws IOException {
    try {
      SecurityUtils.getSubject().login(new UsernamePasswordToken(login, password));
    } catch (LockedAccountException locked) {
      messages.error("login.locked");
      return;
    } catch (DisabledAccountException disabled) {
      messages.error("login.disabled");
      return;
    } catch (AuthenticationException wrong) {
      messages.error("login.wrong");
      return;
    }
    external.redirect(external.getRequestContextPath() + target());
  }

  private String target() {
    SavedRequest saved =
        WebUtils.getAndClearSavedRequest((HttpServletRequest) external.getRequest());
    boolean page =
        saved != null
            && "GET".equals(saved.getMethod())
            && saved.getRequestURI().matches("/[a-z/-]*\\.xhtml")
            && !saved.getRequestURI().startsWith("//");
    return page ? saved.getRequestUrl() : HOME;
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
