package org.yuzuri.portal.member.profile;

import org.jspecify.annotations.Nullable;

/**
 * What a member says of itself.
 *
 * @param language {@code en} or {@code ja}; null: as its browser says
 * @param zone a time zone of the IANA; null: as its browser says
 */
public record ProfileView(
    String login, String displayName, @Nullable String language, @Nullable String zone) {

  /** All that may be changed, in one line: a change says what it was typed over. */
  public String text() {
    return String.join("|", displayName, String.valueOf(language), String.valueOf(zone));
  }
}
