package org.yuzuri.portal.web.ui;

import jakarta.annotation.PostConstruct;
import jakarta.faces.component.UIViewParameter;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewMetadata;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;

/**
 * Which thing the page is about: the {@code id} of its address. Kept with the view, since a form's
 * own address does not have it and Faces asks the page's beans before it sets view parameters
 * again.
 */
@Named("chosen")
@ViewScoped
public class Chosen implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final String PARAMETER = "id";

  private long id;

  /**
   * A form that comes from a page that was left, by the back button, has its view without what was
   * kept with it; the view's parameter still knows.
   */
  @PostConstruct
  void recall() {
    FacesContext context = FacesContext.getCurrentInstance();
    if (context.isPostback()) {
      ViewMetadata.getViewParameters(context.getViewRoot()).stream()
          .filter(parameter -> PARAMETER.equals(parameter.getName()))
          .map(Chosen::known)
          .filter(known -> known.matches("[0-9]{1,18}"))
          .forEach(known -> id = Long.parseLong(known));
    }
  }

  /** Before it is converted, or after; its value would be asked of this bean. */
  private static String known(UIViewParameter parameter) {
    Object typed = parameter.getSubmittedValue();
    return String.valueOf(typed == null ? parameter.getLocalValue() : typed);
  }

  /** 0 when the address names none. */
  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
  }
}
