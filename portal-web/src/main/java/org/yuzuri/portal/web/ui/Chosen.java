package org.yuzuri.portal.web.ui;

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

  private long id;

  /** 0 when the address names none. */
  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
  }
}
