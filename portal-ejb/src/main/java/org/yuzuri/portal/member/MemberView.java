package org.yuzuri.portal.member;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.access.Role;

/**
 * A member, as pages show it.
 *
 * @param lastLogin null before the first
 */
public record MemberView(
    long id,
    long tenantId,
    String login,
    String displayName,
    Role role,
    MemberState state,
    @Nullable Instant lastLogin) {}
