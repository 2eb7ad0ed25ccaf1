package org.yuzuri.portal.web.access;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.shiro.authc.AuthenticationException;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.login.WaitBeforeLoginException;
import org.yuzuri.portal.access.stepup.Proof;
import org.yuzuri.portal.audit.Refusals;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.web.ui.Typed;
import org.yuzuri.portal.web.ui.language.Texts;

/**
 * The dialog in which a member proves anew who it is. What asked for it left the button that was
 * pressed in the request; the page presses it again once the proof was given.
 */
@Named("stepUp")
@RequestScoped
public class StepUpBean {

  /** Attribute of a request that was answered STEP_UP_NEEDED: id of the button. */
  private static final String ASKED = "org.yuzuri.portal.stepUp";

  @Inject HttpServletRequest request;
  @Inject Proof proof;
  @Inject CurrentSubject subject;
  @Inject Refusals refusals;
  @Inject Texts texts;

  private boolean byCode;
  private String secret = "";
  private String refusal = "";

  @PostConstruct
  void load() {
    byCode = getWaiting() != null && proof.isByCode();
  }

  public void prove() {
    byCode = proof.isByCode();
    boolean proven = false;
    try {
      proof.give(ClientAddress.currentNetwork(), secret);
      proven = true;
    } catch (WaitBeforeLoginException early) {
      refusal = texts.get("login.wait", early.remaining().plusMillis(999).toSeconds());
    } catch (ProblemException busy) {
      refusal = texts.get("login.busy", 5);
    } catch (AuthenticationException wrong) {
      refusals.noteLogin(subject.actor().name(), "proof: " + wrong.getMessage());
      refusal = texts.get(byCode ? "code.wrong" : "proof.password.wrong");
    }
    PrimeFaces.current().ajax().addCallbackParam("proven", proven);
  }

  /** Id of the button that was pressed; null when no proof was asked for. */
  public @Nullable String getWaiting() {
    return (String) request.getAttribute(ASKED);
  }

  /** Whether a code is asked for, rather than the password. */
  public boolean isByCode() {
    return byCode;
  }

  /** Why the proof was none; empty when nothing was refused. */
  public String getRefusal() {
    return refusal;
  }

  /** Never sent back to the browser. */
  public @Nullable String getSecret() {
    return null;
  }

  public void setSecret(@Nullable String secret) {
    this.secret = Typed.text(secret);
  }
}
