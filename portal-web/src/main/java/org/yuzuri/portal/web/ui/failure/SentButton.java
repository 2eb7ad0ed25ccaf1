package org.yuzuri.portal.web.ui.failure;

import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;

/**
 * The button that a request was sent with. One that a page has no more once its work is done is
 * there while it is being sent, so that {@link OnceAction} can tell who sends it again that it was
 * done.
 */
public final class SentButton {

  private SentButton() {}

  /**
   * Whether this button is being sent: not any more when the page is drawn that answers.
   *
   * @param id of the button, that of its form before it, as {@code order:place}
   */
  public static boolean is(String id) {
    FacesContext context = FacesContext.getCurrentInstance();
    return context.getCurrentPhaseId() != PhaseId.RENDER_RESPONSE
        && context.getExternalContext().getRequestParameterMap().containsKey(id);
  }
}
