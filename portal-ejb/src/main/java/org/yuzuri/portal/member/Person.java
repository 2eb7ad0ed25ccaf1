package org.yuzuri.portal.member;

import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.access.Role;

/**
 * A member, as other features know it.
 *
 * @param tenantId whose member; {@code Tenants.LENDER} for staff of the datacenter
 * @param login what the person logs in with; the mail address of who was invited
 * @param email where mail goes, lower case; null when none is known
 * @param language {@code en} or {@code ja}; null when not chosen
 * @param zone a time zone of the IANA; null when not chosen
 */
public record Person(
    long id,
    long tenantId,
    String login,
    String displayName,
    @Nullable String email,
    @Nullable String language,
    @Nullable String zone,
    Role role) {

  @Override
  public String toString() {
    return login;
  }
}
