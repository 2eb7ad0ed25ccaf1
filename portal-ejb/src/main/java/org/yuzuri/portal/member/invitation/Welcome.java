package org.yuzuri.portal.member.invitation;

import org.yuzuri.portal.access.Role;

/**
 * What who follows an invitation is shown.
 *
 * @param tenant the company's name
 * @param email the login from then on
 * @param displayName as who invited has written it
 */
public record Welcome(String tenant, String email, String displayName, Role role) {}
