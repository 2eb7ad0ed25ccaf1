package org.yuzuri.portal.web.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.FacesMessage.Severity;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.web.ui.language.Texts;

/** Says something to the viewer in the page's messages region. */
@RequestScoped
public class Messages {

  @Inject Texts texts;

  /** It was done. Also shown after a redirect. */
  public void done(String key, @Nullable Object... arguments) {
    FacesContext context = FacesContext.getCurrentInstance();
    context.getExternalContext().getFlash().setKeepMessages(true);
    add(context, null, FacesMessage.SEVERITY_INFO, texts.get(key, arguments));
  }

  /** It was not done. */
  public void error(String key, @Nullable Object... arguments) {
    add(
        FacesContext.getCurrentInstance(),
        null,
        FacesMessage.SEVERITY_ERROR,
        texts.get(key, arguments));
  }

  public static void add(
      FacesContext context, @Nullable String clientId, Severity severity, String text) {
    context.addMessage(clientId, new FacesMessage(severity, text, text));
  }
}
