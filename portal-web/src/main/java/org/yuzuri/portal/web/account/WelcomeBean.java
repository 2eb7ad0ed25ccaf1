package org.yuzuri.portal.web.account;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.member.invitation.Welcome;
import org.yuzuri.portal.member.invitation.WelcomeService;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.web.ui.Typed;
import org.yuzuri.portal.web.ui.language.Texts;

/** Who was invited sets a name, a password and a language, and is a member then. */
@Named
@RequestScoped
public class WelcomeBean extends TypedPassword {

  private static final String JOB = "invitation";
  private static final String TRY = "accept invitation";

  @Inject WelcomeService service;
  @Inject AsSystem asSystem;
  @Inject Tries tries;
  @Inject ExternalContext external;
  @Inject Texts texts;

  private @Nullable Welcome welcome;
  private String displayName = "";
  private String language = "";

  @PostConstruct
  void look() {
    welcome = asSystem.call(Actor.system(JOB), () -> service.find(token())).orElse(null);
    displayName = welcome == null ? "" : welcome.displayName();
    language = texts.getLocale().getLanguage();
  }

  public void accept() throws IOException {
    if (!tries.take(TRY)) {
      return;
    }
    if (!password.equals(repeated)) {
      tries.succeeded(TRY);
      throw ProblemException.invalid("repeated", "***", "the same password again");
    }
    asSystem.run(JOB, () -> service.accept(token(), displayName.strip(), password, language));
    tries.succeeded(TRY);
    LinkCookie.drop((HttpServletResponse) external.getResponse());
    external.redirect(
        external.getRequestContextPath() + "/login.xhtml?welcome=1&language=" + language);
  }

  private String token() {
    return LinkCookie.token((HttpServletRequest) external.getRequest());
  }

  /** What the link opens; null when it does not work. */
  public @Nullable Welcome getWelcome() {
    return welcome;
  }

  public String getDisplayName() {
    return displayName;
  }

  public void setDisplayName(@Nullable String displayName) {
    this.displayName = Typed.text(displayName);
  }

  public String getLanguage() {
    return language;
  }

  public void setLanguage(@Nullable String language) {
    this.language = Typed.text(language);
  }
}
