package org.yuzuri.portal.member;

/**
 * A member was removed, in the transaction that is under way: what other features keep of it that
 * only it could use goes now.
 */
public record MemberRemoved(long memberId) {}
