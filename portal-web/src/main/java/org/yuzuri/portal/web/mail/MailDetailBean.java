package org.yuzuri.portal.web.mail;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.yuzuri.portal.mail.MailService;
import org.yuzuri.portal.mail.MailView;
import org.yuzuri.portal.web.ui.Chosen;

/** One mail. */
@Named
@RequestScoped
public class MailDetailBean {

  @Inject Chosen chosen;
  @Inject MailService service;

  private MailView view;

  @PostConstruct
  void load() {
    view = service.view(chosen.getId());
  }

  public MailView getView() {
    return view;
  }
}
