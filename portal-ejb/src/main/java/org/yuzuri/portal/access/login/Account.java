package org.yuzuri.portal.access.login;

import java.nio.charset.StandardCharsets;
import org.yuzuri.portal.access.Role;
import org.yuzuri.wire.value.Sha256;

/**
 * What the realm has to know of a member.
 *
 * @param memberId the member's id
 * @param tenantId the tenant it belongs to; the lender's for operators
 * @param login the name it logs in with
 * @param displayName the name pages show
 * @param passwordHash Argon2id in Shiro's format
 * @param role what it may do
 * @param state whether it may log in now
 * @param lastReplaced number of its newest session whose place a newer one has taken; numbers rise
 *     with each log-in; 0 when none was
 */
public record Account(
    long memberId,
    long tenantId,
    String login,
    String displayName,
    String passwordHash,
    Role role,
    State state,
    long lastReplaced) {

  /** Whether a login can succeed. */
  public enum State {
    /** It may log in. */
    OPEN,
    /** It was switched off, or its tenant was. */
    DISABLED
  }

  /** Whether newer sessions of the member have taken the place of this one. */
  boolean hasReplaced(long session) {
    return session <= lastReplaced;
  }

  /** Another one once the member's tenant, role or password is another. */
  public String fingerprint() {
    String rights = String.join("\n", "" + memberId, "" + tenantId, role.name(), passwordHash);
    return Sha256.ofBytes(rights.getBytes(StandardCharsets.UTF_8)).hex();
  }

  @Override
  public String toString() {
    return "Account[" + login + "]";
  }
}
