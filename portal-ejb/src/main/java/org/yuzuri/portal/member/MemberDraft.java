package org.yuzuri.portal.member;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.platform.ProblemException;

/**
 * What an administrator enters for a new member.
 *
 * @param login 3 to 100 of lower-case letters, digits and {@code . _ @ -}
 * @param displayName as pages show it
 * @param password at least 8 characters; for demo accounts too
 */
public record MemberDraft(String login, String displayName, Role role, String password) {

  private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@-]{2,99}");
  private static final int LONGEST_NAME = 100;
  private static final int SHORTEST_PASSWORD = 8;
  private static final int LONGEST_PASSWORD = 200;

  void check(boolean ofLender) {
    if (login == null || !LOGIN.matcher(login).matches()) {
      throw ProblemException.invalid("login", login, "3 to 100 of a-z 0-9 . _ @ -");
    }
    if (displayName == null || displayName.isBlank() || displayName.length() > LONGEST_NAME) {
      throw ProblemException.invalid("displayName", displayName, "1 to 100 characters");
    }
    if (role == null || role.isLender() != ofLender) {
      throw ProblemException.invalid(
          "role",
          role,
          Stream.of(Role.values())
              .filter(each -> each.isLender() == ofLender)
              .map(Role::name)
              .collect(Collectors.joining(", ")));
    }
    checkPassword(password);
  }

  static void checkPassword(String password) {
    int length = password == null ? 0 : password.length();
    if (length < SHORTEST_PASSWORD || length > LONGEST_PASSWORD) {
      throw ProblemException.invalid(
          "password", length + " characters", SHORTEST_PASSWORD + " to " + LONGEST_PASSWORD);
    }
  }

  @Override
  public String toString() {
    return "MemberDraft[" + login + "]";
  }
}
