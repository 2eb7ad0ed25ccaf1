package org.yuzuri.portal.member;

import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.platform.PlainLine;
import org.yuzuri.portal.platform.Problems;

/**
 * Who becomes a member by the own will.
 *
 * @param email the login, and where mail goes; lower case
 * @param displayName 1 to 100 characters in one line
 * @param language {@code en} or {@code ja}
 */
public record Newcomer(String email, String displayName, Role role, String language) {

  private static final int LONGEST_NAME = 100;

  /**
   * Everything that is wrong at once.
   *
   * @param password refuses when the password is not good
   */
  public void check(Runnable password) {
    Problems problems = new Problems();
    checkName(problems, displayName);
    problems.unless(language.matches("en|ja"), "language", language, "en or ja");
    problems.attempt(
        () -> {
          password.run();
          return true;
        });
    problems.refuse();
  }

  static void checkName(Problems problems, String name) {
    problems.unless(
        !name.isBlank() && name.length() <= LONGEST_NAME && name.equals(PlainLine.of(name, 100)),
        "displayName",
        name,
        "1 to 100 characters in one line");
  }
}
