/**
 * How people become members: invited by an administrator, by a link to their address.
 *
 * <p>Entry types: {@link org.yuzuri.portal.member.invitation.InvitationService} for administrators,
 * {@link org.yuzuri.portal.member.invitation.WelcomeService} for who follows a link, {@link
 * org.yuzuri.portal.member.invitation.Invitations} for other features. INVARIANT: a link works
 * once, for 72 hours, and is nowhere but in the mail; nobody but its owner learns from it or from
 * an invitation whether an address has an account elsewhere.
 */
@NullMarked
package org.yuzuri.portal.member.invitation;

import org.jspecify.annotations.NullMarked;
