package org.yuzuri.portal.web.ui.failure;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIForm;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.component.html.HtmlInputHidden;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.portal.access.stepup.StepUpProblem;
import org.yuzuri.portal.audit.Refusals;
import org.yuzuri.portal.web.ui.Messages;
import org.yuzuri.portal.web.ui.language.Texts;

/**
 * The one place where a page's exception becomes something the viewer can act on: a message at the
 * field it names, a reload, or an incident id whose stack trace is in the log.
 */
class FailureHandler extends ExceptionHandlerWrapper {

  static final String ERROR_TEXT = "org.yuzuri.portal.error";
  private static final Logger log = LoggerFactory.getLogger(FailureHandler.class);

  FailureHandler(ExceptionHandler wrapped) {
    super(wrapped);
  }

  @Override
  public void handle() throws FacesException {
    Iterator<ExceptionQueuedEvent> events = getUnhandledExceptionQueuedEvents().iterator();
    while (events.hasNext()) {
      Throwable thrown = events.next().getContext().getException();
      events.remove();
      FacesContext context = FacesContext.getCurrentInstance();
      try {
        answer(context, Failure.of(thrown), thrown);
      } catch (IOException unanswered) {
        throw new UncheckedIOException(unanswered);
      }
    }
    getWrapped().handle();
  }

  private static void answer(FacesContext context, Failure failure, Throwable thrown)
      throws IOException {
    if (failure.kind() == Failure.Kind.UNEXPECTED) {
      log.error("incident={} page={}", failure.incident(), page(context), thrown);
    }
    RefusalNotes.note(CDI.current().select(Refusals.class).get(), thrown, page(context));
    Texts texts = CDI.current().select(Texts.class).get();
    ExternalContext external = context.getExternalContext();
    if (failure.kind() == Failure.Kind.EXPIRED_VIEW) {
      LoadedAgain.load(context);
    } else if (isProofNeeded(failure) && StepUpQuestion.ask(context)) {
      context.renderResponse();
    } else if (context.isPostback() && !isRendering(context)) {
      failure.all().forEach(each -> showMessage(context, each, each.text(texts)));
    } else {
      external.getRequestMap().put(ERROR_TEXT, failure.text(texts));
      external.responseSendError(failure.status(), null);
      context.responseComplete();
    }
  }

  private static boolean isProofNeeded(Failure failure) {
    return failure.problem() != null && failure.problem().code() == StepUpProblem.STEP_UP_NEEDED;
  }

  private static boolean isRendering(FacesContext context) {
    return PhaseId.RENDER_RESPONSE.equals(context.getCurrentPhaseId());
  }

  private static void showMessage(FacesContext context, Failure failure, String text) {
    if (failure.isStale()) {
      context.getExternalContext().getRequestMap().put(MeanwhileBean.CHANGED, true);
    }
    String field = failure.field();
    String clientId = field == null ? null : clientIdOf(context, field);
    Messages.add(context, clientId, FacesMessage.SEVERITY_ERROR, text);
    context.validationFailed();
    context.renderResponse();
  }

  /**
   * The component whose id is the problem's field, so that the message stands beside it; none for
   * what is hidden, beside which nothing stands.
   */
  private static @Nullable String clientIdOf(FacesContext context, String field) {
    @Nullable String[] found = new String[1];
    context
        .getViewRoot()
        .visitTree(
            VisitContext.createVisitContext(context),
            (visit, component) -> {
              if (isField(component, field)) {
                found[0] = component.getClientId(context);
                return VisitResult.COMPLETE;
              }
              return VisitResult.ACCEPT;
            });
    return found[0];
  }

  private static boolean isField(UIComponent component, String field) {
    return field.equals(component.getId())
        && component.isRendered()
        && !(component instanceof UIForm)
        && !(component instanceof HtmlInputHidden);
  }

  private static String page(FacesContext context) {
    UIViewRoot root = context.getViewRoot();
    return root == null ? "unknown" : root.getViewId();
  }
}
