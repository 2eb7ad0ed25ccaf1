package org.yuzuri.portal.member;

import java.io.Serializable;
import java.time.Instant;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.platform.RowQuery;

/**
 * A person in a list.
 *
 * @param email null when no address is known
 * @param lastLogin null before the first
 */
public record MemberRow(
    long id,
    String tenant,
    String displayName,
    String login,
    @Nullable String email,
    Role role,
    MemberState state,
    @Nullable Instant lastLogin)
    implements Serializable {

  static final RowQuery<MemberRow, MemberState> ALL =
      new RowQuery<MemberRow, MemberState>(
              MemberRow.class,
              "Member m join Company c on c.id = m.tenantId",
              "m.id",
              "c.name",
              "m.displayName",
              "m.login",
              "m.email",
              "m.role",
              "m.state",
              "m.lastLogin")
          .searchedBy("m.login", "m.displayName", "m.email")
          .orderedBy("m.displayName")
          .inStates("m.state", MemberState.class, EnumSet.of(MemberState.REMOVED));
}
