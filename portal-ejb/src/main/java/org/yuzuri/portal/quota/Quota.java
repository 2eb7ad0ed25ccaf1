package org.yuzuri.portal.quota;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.platform.ProblemException;

/**
 * Something that a tenant can make grow, and how much of it every tenant may have that has no
 * number of its own: the number of an environment variable, the same on every node.
 */
public enum Quota {
  /** Files of its boot images, in bytes; the setting is in GiB. */
  IMAGE_BYTES("quotaImageGib", "PORTAL_QUOTA_IMAGE_GIB", 100, 1L << 30),
  /** Boot images that are not removed. */
  IMAGES("quotaImages", "PORTAL_QUOTA_IMAGES", 50, 1),
  /** Install settings that are not removed. */
  SETTINGS("quotaSettings", "PORTAL_QUOTA_SETTINGS", 200, 1),
  /** Versions of one of its settings. */
  SETTINGS_VERSIONS("quotaSettingsVersions", "PORTAL_QUOTA_SETTINGS_VERSIONS", 500, 1),
  /** Gateways whose daemon is not revoked. */
  GATEWAYS("quotaGateways", "PORTAL_QUOTA_GATEWAYS", 20, 1),
  /** Leases that are not over. */
  SERVERS("quotaServers", "PORTAL_QUOTA_SERVERS", 100, 1),
  /** Orders that are not over. */
  OPEN_ORDERS("quotaOpenOrders", "PORTAL_QUOTA_OPEN_ORDERS", 100, 1),
  /** Servers that are ordered and not handed over, or called off and not cut off yet. */
  SERVERS_IN_PREPARATION("quotaServersInPreparation", "PORTAL_SERVERS_IN_PREPARATION", 10, 1);

  private static final String NUMBER = "[0-9]{1,5}|100000";

  private final String field;
  private final String variable;
  private final int usual;
  private final long unit;

  Quota(String field, String variable, int usual, long unit) {
    this.field = field;
    this.variable = variable;
    this.usual = usual;
    this.unit = unit;
  }

  /** What it is called in a problem; text {@code field.FIELD}. */
  public String field() {
    return field;
  }

  /** How many of the portal's units one of the setting's is. */
  long unit() {
    return unit;
  }

  /**
   * The default for every tenant, in the setting's units.
   *
   * @param text the environment variable's; null or blank when there is none
   * @throws ProblemException INVALID_VALUE: not a whole number from 0 to 100000
   */
  int byDefault(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return usual;
    }
    if (!text.matches(NUMBER)) {
      throw ProblemException.invalid(variable, text, "a whole number from 0 to 100000");
    }
    return Integer.parseInt(text);
  }

  /**
   * A tenant's own number, in the setting's units; empty for a blank: the portal's default.
   *
   * @throws ProblemException INVALID_VALUE: not a whole number from 0 to 100000
   */
  Optional<Integer> own(String typed) {
    String text = typed.strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!text.matches(NUMBER)) {
      throw ProblemException.invalid(field, typed, "a whole number from 0 to 100000");
    }
    return Optional.of(Integer.valueOf(text));
  }

  /** The environment variable with the default. */
  String variable() {
    return variable;
  }
}
