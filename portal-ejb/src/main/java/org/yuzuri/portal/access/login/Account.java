package org.yuzuri.portal.access.login;

import java.nio.charset.StandardCharsets;
import java.util.Set;
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
 * @param secondStep what has to follow its password
 * @param lastReplaced number of its newest session whose place a newer one has taken; numbers rise
 *     with each log-in; 0 when none was
 * @param ended numbers of its sessions that were ended from another one
 */
public record Account(
    long memberId,
    long tenantId,
    String login,
    String displayName,
    String passwordHash,
    Role role,
    State state,
    SecondStep secondStep,
    long lastReplaced,
    Set<Long> ended) {

  /** Whether a login can succeed. */
  public enum State {
    /** It may log in. */
    OPEN,
    /** It was switched off, or its tenant was. */
    DISABLED
  }

  private boolean hasReplaced(long session) {
    return session <= lastReplaced;
  }

  /** How the session of this number is. */
  SessionState session(long session) {
    if (ended.contains(session)) {
      return SessionState.ENDED;
    }
    if (hasReplaced(session)) {
      return SessionState.REPLACED;
    }
    return secondStep == SecondStep.SET_UP ? SessionState.FACTOR_MISSING : SessionState.LIVE;
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
