/**
 * The people who may log in: of the tenants, and of the lender itself.
 *
 * <p>Entry types: {@link org.yuzuri.portal.member.MemberService} for administrators, {@link
 * org.yuzuri.portal.member.Members} for other features, {@link
 * org.yuzuri.portal.member.AccountService} for the log-in. INVARIANT: members of the lender, and
 * nobody else, have a role of the lender; a login and a mail address are unique in the portal.
 */
@NullMarked
package org.yuzuri.portal.member;

import org.jspecify.annotations.NullMarked;
