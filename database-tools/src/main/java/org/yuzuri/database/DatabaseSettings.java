package org.yuzuri.database;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * How the portal's database is reached, as the environment says it. Immutable.
 *
 * @param url JDBC URL, {@code jdbc:mariadb:…}
 * @param user 1 to 32 letters, digits or underscores
 * @param password at least one character, printable ASCII without quotes and backslashes
 */
public record DatabaseSettings(String url, String user, String password) {
  private static final Pattern USER = Pattern.compile("[A-Za-z0-9_]{1,32}");
  private static final Pattern PASSWORD = Pattern.compile("[\\x20-\\x7e&&[^'\"`\\\\]]+");

  public DatabaseSettings {
    requireMatch("PORTAL_DB_USER", user, USER, "1 to 32 letters, digits or underscores");
    if (!PASSWORD.matcher(password).matches()) {
      throw new IllegalArgumentException(
          "PORTAL_DB_PASSWORD: expected printable ASCII without quotes and backslashes");
    }
    if (!url.startsWith("jdbc:mariadb:")) {
      throw new IllegalArgumentException(
          "PORTAL_DB_URL: got \"" + url + "\", expected jdbc:mariadb://HOST:PORT/DATABASE");
    }
  }

  /** Reads {@code PORTAL_DB_URL}, {@code PORTAL_DB_USER} and {@code PORTAL_DB_PASSWORD}. */
  public static DatabaseSettings from(Map<String, String> environment) {
    return new DatabaseSettings(
        environment.getOrDefault("PORTAL_DB_URL", "jdbc:mariadb://127.0.0.1:33066/portal"),
        environment.getOrDefault("PORTAL_DB_USER", "portal"),
        environment.getOrDefault("PORTAL_DB_PASSWORD", "portal"));
  }

  /**
   * How the database is reached to change its schema: by {@code PORTAL_DB_MIGRATION_USER} and
   * {@code PORTAL_DB_MIGRATION_PASSWORD}, or by the portal's own account when the first is not set.
   */
  public static DatabaseSettings ofTheOwner(Map<String, String> environment) {
    DatabaseSettings portal = from(environment);
    String owner = environment.getOrDefault("PORTAL_DB_MIGRATION_USER", "");
    if (owner.isEmpty()) {
      return portal;
    }
    requireMatch("PORTAL_DB_MIGRATION_USER", owner, USER, "1 to 32 letters, digits or underscores");
    String password = environment.getOrDefault("PORTAL_DB_MIGRATION_PASSWORD", "");
    if (!PASSWORD.matcher(password).matches()) {
      throw new IllegalArgumentException(
          "PORTAL_DB_MIGRATION_PASSWORD: expected printable ASCII without quotes and backslashes");
    }
    return new DatabaseSettings(portal.url(), owner, password);
  }

  private static void requireMatch(String name, String value, Pattern pattern, String expected) {
    if (!pattern.matcher(value).matches()) {
      throw new IllegalArgumentException(name + ": got \"" + value + "\", expected " + expected);
    }
  }

  /** Without the password. */
  @Override
  public String toString() {
    return url + " as " + user;
  }
}
