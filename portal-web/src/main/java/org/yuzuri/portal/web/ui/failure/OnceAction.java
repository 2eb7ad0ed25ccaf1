package org.yuzuri.portal.web.ui.failure;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ActionEvent;
import jakarta.faces.event.ActionListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.yuzuri.portal.web.ui.Messages;

/**
 * Does once what a form asks for, however often it is sent: by a double click, by the browser's
 * back button and the same button again, by a reload that sends again. The second answer leads
 * where the first did. A form that comes back with something else typed, or whose first try has had
 * no effect, is another one; so is what a script sends, after which the page goes on being used.
 */
public class OnceAction implements ActionListener {

  private static final String VIEW_STATE = "jakarta.faces.ViewState";

  private final ActionListener wrapped;

  public OnceAction(ActionListener wrapped) {
    this.wrapped = wrapped;
  }

  @Override
  public void processAction(ActionEvent event) {
    FacesContext context = event.getFacesContext();
    ExternalContext external = context.getExternalContext();
    if (context.getPartialViewContext().isAjaxRequest()
        || context.getViewRoot().isTransient()
        || external.getRequestParameterMap().get(VIEW_STATE) == null) {
      wrapped.processAction(event);
      return;
    }
    SentForms sent = CDI.current().select(SentForms.class).get();
    String form = fingerprint(external, event.getComponent());
    Optional<String> before = sent.begin(form, external.getSessionMap());
    if (before.isPresent()) {
      again(context, before.get());
      return;
    }
    boolean effect = false;
    try {
      wrapped.processAction(event);
      effect = hasHadEffect(context);
    } finally {
      if (effect && external.getSession(false) != null) {
        sent.done(form, location(external), external.getSessionMap());
      } else {
        sent.undone(form);
      }
    }
  }

  /** Leads where the first one led, and says that it was done: who meant it twice has to know. */
  private static void again(FacesContext context, String ledTo) {
    Messages messages = CDI.current().select(Messages.class).get();
    if (ledTo.equals(SentForms.NOT_OVER)) {
      messages.error("failure.not.over");
      context.renderResponse();
      return;
    }
    messages.done("failure.done.before");
    if (ledTo.isEmpty()) {
      context.renderResponse();
      return;
    }
    try {
      context.getExternalContext().redirect(ledTo);
    } catch (IOException unanswered) {
      throw new FacesException(unanswered);
    }
  }

  /** What has an effect leads on, or says so; what was refused, or only looked at, does neither. */
  private static boolean hasHadEffect(FacesContext context) {
    boolean refused =
        context.getMessageList().stream()
            .anyMatch(said -> said.getSeverity().equals(FacesMessage.SEVERITY_ERROR));
    boolean leadsOn =
        context.getResponseComplete() && !location(context.getExternalContext()).isEmpty();
    return leadsOn || (!refused && !context.getMessageList().isEmpty());
  }

  private static String location(ExternalContext external) {
    String location = ((HttpServletResponse) external.getResponse()).getHeader("Location");
    return location == null ? "" : location;
  }

  private static String fingerprint(ExternalContext external, UIComponent button) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      add(digest, external.getSessionId(false));
      add(digest, button.getClientId());
      Map<String, String[]> typed = new TreeMap<>(external.getRequestParameterValuesMap());
      typed.forEach((name, values) -> add(digest, name + Arrays.toString(values)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private static void add(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }
}
