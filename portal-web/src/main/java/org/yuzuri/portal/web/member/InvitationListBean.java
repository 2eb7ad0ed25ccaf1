package org.yuzuri.portal.web.member;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import org.yuzuri.portal.member.invitation.InvitationRow;
import org.yuzuri.portal.member.invitation.InvitationService;
import org.yuzuri.portal.member.invitation.InvitationState;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.Page;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.web.ui.ListBean;
import org.yuzuri.portal.web.ui.Messages;

/** Who is invited into the own tenant. */
@Named
@ViewScoped
public class InvitationListBean extends ListBean<InvitationRow, InvitationState> {

  private static final long serialVersionUID = 1L;

  @Inject InvitationService service;
  @Inject Messages messages;
  @Inject Clock clock;

  /** An empty list, until it is loaded. */
  public InvitationListBean() {
    super(InvitationState.class);
  }

  @Override
  protected Page<InvitationRow> page(ListFilter<InvitationState> filter, PageRequest request) {
    return service.list(filter, request);
  }

  public void sendAgain(InvitationRow invitation) {
    service.sendAgain(invitation.id());
    messages.done("member.invited", invitation.email());
    load();
  }

  public void withdraw(InvitationRow invitation) {
    service.withdraw(invitation.id());
    messages.done("invitee.withdrawn", invitation.email());
    load();
  }

  public boolean isExpired(InvitationRow invitation) {
    return invitation.isExpired(clock.instant());
  }
}
