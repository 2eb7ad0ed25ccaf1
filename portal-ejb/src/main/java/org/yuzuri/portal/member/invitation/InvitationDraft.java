package org.yuzuri.portal.member.invitation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.mail.letter.Recipient;
import org.yuzuri.portal.platform.PlainLine;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.platform.Problems;

/**
 * Whom somebody invites.
 *
 * @param email one plain mail address, at most 254 characters; in any case of letters
 * @param displayName how pages show the person, 1 to 100 characters
 * @param role one of the tenant, or of the lender for its own people
 */
public record InvitationDraft(String email, String displayName, @Nullable Role role) {

  private static final int LONGEST_NAME = 100;

  public InvitationDraft {
    email = email.strip().toLowerCase(Locale.ROOT);
    displayName = displayName.strip();
  }

  /**
   * Everything that is wrong with it, at once.
   *
   * @throws ProblemException INVALID_VALUE of {@code email}, {@code displayName} or {@code role}
   */
  Role checkedRole(long tenantId) {
    Problems problems = new Problems();
    problems.unless(
        Recipient.isAddress(email), "email", email, "one mail address, such as a@example.org");
    problems.unless(
        !displayName.isEmpty()
            && displayName.length() <= LONGEST_NAME
            && displayName.equals(PlainLine.of(displayName, LONGEST_NAME)),
        "displayName",
        displayName,
        "1 to 100 characters in one line");
    boolean fits = role != null && role.isLender() == (tenantId == Tenants.LENDER);
    if (role == null || !fits) {
      problems.add(ProblemException.invalid("role", role, "a role of this tenant"));
    }
    problems.refuse();
    return role == null ? Role.VIEWER : role;
  }
}
