/**
 * How someone logs in: accounts, their passwords, and who has to wait.
 *
 * <p>Entry type: {@link org.yuzuri.portal.access.login.PortalRealm}. Who the accounts are and how
 * much is too much are others' business: {@link org.yuzuri.portal.access.login.Accounts} and {@link
 * org.yuzuri.portal.access.login.LoginThrottle} are what they give.
 */
@NullMarked
package org.yuzuri.portal.access.login;

import org.jspecify.annotations.NullMarked;
