package org.yuzuri.portal.web.ui.failure;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.yuzuri.portal.web.ui.language.Texts;

/** What the error page says. */
@Named("error")
@RequestScoped
public class ErrorBean {

  @Inject HttpServletRequest request;
  @Inject Texts texts;

  public int getStatus() {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    return status instanceof Integer code ? code : 404;
  }

  public String getText() {
    Object text = request.getAttribute(FailureHandler.ERROR_TEXT);
    if (text instanceof String known) {
      return known;
    }
    String key = "error." + getStatus();
    return texts.get(texts.has(key) ? key : "error.500");
  }
}
