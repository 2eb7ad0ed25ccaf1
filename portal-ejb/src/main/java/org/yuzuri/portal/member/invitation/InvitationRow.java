package org.yuzuri.portal.member.invitation;

import java.io.Serializable;
import java.time.Instant;
import java.util.EnumSet;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.platform.RowQuery;

/**
 * An invitation in a list.
 *
 * @param notAfter from then on its link does not work
 * @param invitedBy login of who invited
 */
public record InvitationRow(
    long id,
    String tenant,
    String email,
    String displayName,
    Role role,
    InvitationState state,
    Instant notAfter,
    String invitedBy)
    implements Serializable {

  static final RowQuery<InvitationRow, InvitationState> ALL =
      new RowQuery<InvitationRow, InvitationState>(
              InvitationRow.class,
              "Invitation i join Company c on c.id = i.tenantId",
              "i.id",
              "c.name",
              "i.email",
              "i.displayName",
              "i.role",
              "i.state",
              "i.notAfter",
              "i.invitedBy")
          .searchedBy("i.email", "i.displayName")
          .orderedBy("i.id desc")
          .inStates(
              "i.state",
              InvitationState.class,
              EnumSet.of(InvitationState.ACCEPTED, InvitationState.WITHDRAWN));

  /** Whether its link has ended by itself. */
  public boolean isExpired(Instant now) {
    return state == InvitationState.OPEN && !now.isBefore(notAfter);
  }
}
