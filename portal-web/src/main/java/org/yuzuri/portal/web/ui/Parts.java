package org.yuzuri.portal.web.ui;

import jakarta.enterprise.context.RequestScoped;
import org.primefaces.PrimeFaces;

/**
 * Parts of a page that an answer to a script replaces, besides those that the page itself names.
 */
@RequestScoped
public class Parts {

  /** Replaces the component of this absolute id, such as {@code :logging}. */
  public void renderAgain(String id) {
    PrimeFaces.current().ajax().update(id);
  }
}
