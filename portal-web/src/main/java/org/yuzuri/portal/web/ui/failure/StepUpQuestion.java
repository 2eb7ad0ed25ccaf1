package org.yuzuri.portal.web.ui.failure;

import jakarta.faces.component.ActionSource;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.FacesContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;

/** Has the page ask for a proof, and press the same button again once it was given. */
final class StepUpQuestion {

  /** Attribute of the request: id of the button; the page's dialog reads it. */
  private static final String ASKED = "org.yuzuri.portal.stepUp";

  private static final String SOURCE = "jakarta.faces.source";

  private StepUpQuestion() {}

  /** Whether the page asks; false when it was no button of the page that was pressed. */
  static boolean ask(FacesContext context) {
    String button = context.isPostback() ? pressed(context) : null;
    if (button == null) {
      return false;
    }
    context.getExternalContext().getRequestMap().put(ASKED, button);
    context.validationFailed();
    if (context.getPartialViewContext().isAjaxRequest()) {
      PrimeFaces.current().ajax().update(":proof");
      PrimeFaces.current().executeScript("yuzuriProof.ask('" + button + "')");
    }
    return true;
  }

  /** Id of the component that was pressed: one of the view's own, never what the browser says. */
  private static @Nullable String pressed(FacesContext context) {
    Map<String, String> parameters = context.getExternalContext().getRequestParameterMap();
    @Nullable String[] found = new String[1];
    context
        .getViewRoot()
        .visitTree(
            VisitContext.createVisitContext(context),
            (visit, component) -> {
              String id = component.getClientId(context);
              if (component instanceof ActionSource
                  && (parameters.containsKey(id) || id.equals(parameters.get(SOURCE)))) {
                found[0] = id;
                return VisitResult.COMPLETE;
              }
              return VisitResult.ACCEPT;
            });
    return found[0];
  }
}
