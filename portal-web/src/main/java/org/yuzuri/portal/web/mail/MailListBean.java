package org.yuzuri.portal.web.mail;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.yuzuri.portal.mail.MailRow;
import org.yuzuri.portal.mail.MailService;
import org.yuzuri.portal.mail.MailState;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.Page;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.web.ui.ListBean;
import org.yuzuri.portal.web.ui.Messages;

/** The outbox; has a mail tried again. */
@Named
@ViewScoped
public class MailListBean extends ListBean<MailRow, MailState> {

  private static final long serialVersionUID = 1L;

  @Inject MailService service;
  @Inject Messages messages;

  private boolean configured;

  /** An empty list, until it is loaded. */
  public MailListBean() {
    super(MailState.class);
  }

  @Override
  public void load() {
    super.load();
    configured = service.isServerConfigured();
  }

  @Override
  protected Page<MailRow> page(ListFilter<MailState> filter, PageRequest request) {
    return service.list(filter, request);
  }

  /** Whether mails go out at all. */
  public boolean isConfigured() {
    return configured;
  }

  public void tryAgain(MailRow mail) {
    service.tryAgain(mail.id());
    messages.done("mail.again.done", mail.address());
    load();
  }
}
