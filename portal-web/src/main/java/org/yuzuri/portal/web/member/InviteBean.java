package org.yuzuri.portal.web.member;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.member.invitation.InvitationDraft;
import org.yuzuri.portal.member.invitation.InvitationService;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.web.ui.Messages;
import org.yuzuri.portal.web.ui.Typed;

/** The form that invites somebody into the own tenant. */
@Named
@RequestScoped
public class InviteBean {

  @Inject InvitationService service;
  @Inject CurrentSubject subject;
  @Inject Messages messages;

  private String email = "";
  private String displayName = "";
  private String role = "";

  public String invite() {
    Role chosen =
        getOffered().stream()
            .filter(offered -> offered.name().equals(role))
            .findFirst()
            .orElse(null);
    List<String> addresses = Addresses.of(email);
    if (addresses.size() > 1 && !displayName.isBlank()) {
      throw ProblemException.invalid("displayName", displayName, "nothing, for several addresses");
    }
    List<InvitationDraft> drafts =
        addresses.stream()
            .map(address -> new InvitationDraft(address, name(addresses, address), chosen))
            .toList();
    if (drafts.size() == 1) {
      service.invite(drafts.get(0));
    } else {
      service.inviteAll(drafts);
    }
    messages.done("member.invited", String.join(", ", addresses));
    return "/member/invitations.xhtml?faces-redirect=true";
  }

  /** Of several people, each is called by the first part of its address until it says otherwise. */
  private String name(List<String> addresses, String address) {
    return addresses.size() > 1 ? address.replaceFirst("@.*", "") : displayName;
  }

  /** What people of this tenant can be. */
  public List<Role> getOffered() {
    return Arrays.stream(Role.values())
        .filter(offered -> offered.isLender() == subject.isOperator())
        .toList();
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(@Nullable String email) {
    this.email = Typed.text(email);
  }

  public String getDisplayName() {
    return displayName;
  }

  public void setDisplayName(@Nullable String displayName) {
    this.displayName = Typed.text(displayName);
  }

  public String getRole() {
    return role;
  }

  public void setRole(@Nullable String role) {
    this.role = Typed.text(role);
  }
}
