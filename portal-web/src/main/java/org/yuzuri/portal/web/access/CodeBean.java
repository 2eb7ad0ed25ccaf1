package org.yuzuri.portal.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.apache.shiro.SecurityUtils;
import org.apache.shiro.authc.AuthenticationException;
import org.apache.shiro.authc.UnknownAccountException;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.access.login.CodeToken;
import org.yuzuri.portal.access.login.FirstStep;
import org.yuzuri.portal.access.login.WaitBeforeLoginException;
import org.yuzuri.portal.web.ui.Messages;
import org.yuzuri.portal.web.ui.Typed;

/** The second step of a log-in: a code, after the right password. */
@Named
@RequestScoped
public class CodeBean {

  @Inject Messages messages;
  @Inject ExternalContext external;
  @Inject Entrance entrance;
  @Inject Clock clock;

  private String code = "";

  /** Sends whoever has not given a password back to the log-in. */
  public void open() throws IOException {
    if (first().isEmpty()) {
      backToTheLogIn();
    }
  }

  public void submit() throws IOException {
    Optional<FirstStep> first = first();
    if (first.isEmpty()) {
      backToTheLogIn();
      return;
    }
    try {
      SecurityUtils.getSubject()
          .login(new CodeToken(first.get(), code, ClientAddress.currentNetwork()));
    } catch (WaitBeforeLoginException early) {
      entrance.haveWait(early.remaining());
      return;
    } catch (UnknownAccountException anotherSince) {
      PendingStep.end(entrance.request());
      backToTheLogIn();
      return;
    } catch (AuthenticationException wrong) {
      messages.error("code.wrong");
      return;
    }
    entrance.enter();
  }

  private Optional<FirstStep> first() {
    return PendingStep.of(entrance.request(), clock.instant());
  }

  private void backToTheLogIn() throws IOException {
    external.redirect(
        external.getRequestContextPath() + PortalShiroEnvironment.LOGIN_PAGE + "?expired=1");
  }

  /** Never sent back to the browser. */
  public @Nullable String getCode() {
    return null;
  }

  public void setCode(@Nullable String code) {
    this.code = Typed.text(code);
  }
}
