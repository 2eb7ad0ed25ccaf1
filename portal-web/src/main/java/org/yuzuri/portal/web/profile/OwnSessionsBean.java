package org.yuzuri.portal.web.profile;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.yuzuri.portal.session.Origin;
import org.yuzuri.portal.session.OwnSessionService;
import org.yuzuri.portal.session.SessionView;
import org.yuzuri.portal.session.SignInView;
import org.yuzuri.portal.web.access.ViewerBean;
import org.yuzuri.portal.web.ui.Messages;
import org.yuzuri.portal.web.ui.language.Texts;

/**
 * The viewer's own sessions, and who tried to log in as the viewer. Loaded once a view: what is
 * pressed is of the row that was seen, whatever began or ended since.
 */
@Named
@ViewScoped
public class OwnSessionsBean implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final String AGAIN = "/profile/sessions.xhtml?faces-redirect=true";

  @Inject OwnSessionService service;
  @Inject ViewerBean viewer;
  @Inject Messages messages;
  @Inject Texts texts;

  private List<SessionView> sessions;
  private List<SignInView> tries;

  @PostConstruct
  void load() {
    sessions = service.list();
    tries = service.tries();
  }

  public String end(long id) {
    service.end(id);
    messages.done("sessions.ended");
    return AGAIN;
  }

  public String endOthers() {
    service.endOthers(viewer.getSession());
    messages.done("sessions.ended.others");
    return AGAIN;
  }

  public List<SessionView> getSessions() {
    return sessions;
  }

  public List<SignInView> getTries() {
    return tries;
  }

  /** Whether it is the session of this request. */
  public boolean isThis(SessionView session) {
    return session.id() == viewer.getSession();
  }

  /** What a log-in came from, in words. */
  public String device(Origin origin) {
    Device device = Device.of(origin.device());
    String browser = device.browser().isEmpty() ? texts.get("device.browser") : device.browser();
    return device.system().isEmpty() ? browser : texts.get("device.on", browser, device.system());
  }
}
