package org.yuzuri.portal.web.ui.failure;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.yuzuri.portal.web.ui.Chosen;

/** How to go on with a form whose entry somebody else has changed since it was opened. */
@Named("meanwhile")
@RequestScoped
public class MeanwhileBean {

  /** Attribute of the request: it was refused for that. */
  static final String CHANGED = "org.yuzuri.portal.changedMeanwhile";

  @Inject Chosen chosen;

  /** Whether it was refused for that. */
  public boolean isShown() {
    return FacesContext.getCurrentInstance()
        .getExternalContext()
        .getRequestMap()
        .containsKey(CHANGED);
  }

  /** Of the page, which shows there what is stored now. */
  public String getAddress() {
    FacesContext context = FacesContext.getCurrentInstance();
    String page =
        context.getExternalContext().getRequestContextPath() + context.getViewRoot().getViewId();
    return chosen.getId() == 0 ? page : page + "?id=" + chosen.getId();
  }
}
