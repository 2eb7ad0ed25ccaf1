package org.yuzuri.portal.web.ui.failure;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.yuzuri.portal.web.ui.ShownPage;

/**
 * A page of which the server knows no more is loaded again. It says that nothing was saved when
 * somebody had pressed a button, and nothing when it had only refreshed itself; the browser puts
 * back what was typed.
 */
final class LoadedAgain {

  /** In the flash; the page reads it. */
  private static final String WHY = "loadedAgain";

  private static final String ASKED = "ASKED";
  private static final String REFRESHED = "REFRESHED";

  private static final String SOURCE = "jakarta.faces.source";

  /** The form of what refreshes a page. */
  private static final String SIGNAL = "signal:";

  private LoadedAgain() {}

  static void load(FacesContext context) throws IOException {
    ExternalContext external = context.getExternalContext();
    String source = external.getRequestParameterMap().getOrDefault(SOURCE, "");
    external.getFlash().put(WHY, source.startsWith(SIGNAL) ? REFRESHED : ASKED);
    external.redirect(ShownPage.of((HttpServletRequest) external.getRequest()));
    context.responseComplete();
  }
}
