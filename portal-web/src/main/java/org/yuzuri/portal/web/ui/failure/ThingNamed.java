package org.yuzuri.portal.web.ui.failure;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.faces.view.ViewMetadata;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.yuzuri.portal.audit.Refusals;
import org.yuzuri.portal.platform.ProblemException;

/**
 * Answers 404 to the address of a page of one thing whose {@code id} nothing can have. Faces would
 * open the page as if the address named none: a form that edits would be one that adds.
 */
public class ThingNamed implements PhaseListener {

  private static final long serialVersionUID = 1L;
  private static final String PARAMETER = "id";
  private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");

  @Override
  public PhaseId getPhaseId() {
    return PhaseId.RESTORE_VIEW;
  }

  @Override
  public void afterPhase(PhaseEvent event) {
    FacesContext context = event.getFacesContext();
    ExternalContext external = context.getExternalContext();
    String[] ids = external.getRequestParameterValuesMap().get(PARAMETER);
    UIViewRoot page = context.getViewRoot();
    if (ids == null || page == null || context.isPostback() || !isOfOneThing(page)) {
      return;
    }
    if (ids.length != 1 || !ID.matcher(ids[0]).matches()) {
      RefusalNotes.note(
          CDI.current().select(Refusals.class).get(),
          ProblemException.notFound(PARAMETER, ids[0]),
          page.getViewId());
      refuse(context, external);
    }
  }

  private static void refuse(FacesContext context, ExternalContext external) {
    try {
      external.responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
    } catch (IOException unanswered) {
      throw new FacesException(unanswered);
    }
    context.responseComplete();
  }

  private static boolean isOfOneThing(UIViewRoot page) {
    return ViewMetadata.getViewParameters(page).stream()
        .anyMatch(parameter -> PARAMETER.equals(parameter.getName()));
  }
}
