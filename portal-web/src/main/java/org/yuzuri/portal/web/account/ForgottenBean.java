package org.yuzuri.portal.web.account;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.member.reset.ResetService;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.web.ui.Typed;

/** A forgotten password: asks for a link; behind the link, sets a new password. */
@Named
@RequestScoped
public class ForgottenBean extends TypedPassword {

  private static final String JOB = "forgotten password";
  private static final String TRY = "set password";

  @Inject ResetService service;
  @Inject AsSystem asSystem;
  @Inject Tries tries;
  @Inject ExternalContext external;

  private boolean followed;
  private boolean working;
  private boolean asked;
  private String email = "";

  @PostConstruct
  void look() {
    followed = !token().isEmpty();
    working = followed && asSystem.call(Actor.system(JOB), () -> service.works(token()));
  }

  /** Says the same whether or not the address is a member's. */
  public void ask() {
    if (tries.take("forgotten " + email.strip().toLowerCase(Locale.ROOT))) {
      asSystem.run(JOB, () -> service.wish(email));
      asked = true;
    }
  }

  public void reset() throws IOException {
    if (!tries.take(TRY)) {
      return;
    }
    if (!password.equals(repeated)) {
      tries.succeeded(TRY);
      throw ProblemException.invalid("repeated", "***", "the same password again");
    }
    asSystem.run(JOB, () -> service.reset(token(), password));
    tries.succeeded(TRY);
    LinkCookie.drop((HttpServletResponse) external.getResponse());
    external.redirect(external.getRequestContextPath() + "/login.xhtml?reset=1");
  }

  private String token() {
    return LinkCookie.token((HttpServletRequest) external.getRequest());
  }

  /** Whether a link was followed that does not work. */
  public boolean isDead() {
    return followed && !working;
  }

  /** Whether a link was followed that works. */
  public boolean isWorking() {
    return working;
  }

  /** Whether an address was taken just now. */
  public boolean isAsked() {
    return asked;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(@Nullable String email) {
    this.email = Typed.text(email);
  }
}
