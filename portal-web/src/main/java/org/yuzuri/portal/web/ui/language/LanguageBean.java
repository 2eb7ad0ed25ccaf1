package org.yuzuri.portal.web.ui.language;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** What the language links need to come back to the same page. */
@Named("language")
@RequestScoped
public class LanguageBean {

  @Inject HttpServletRequest request;

  /** The page's own query, ending in {@code &}; empty when it has none. */
  public String getQuery() {
    String query = request.getQueryString();
    return query == null ? "" : query + "&";
  }
}
