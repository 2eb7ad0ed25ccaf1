/**
 * What people do who cannot log in yet: follow an invitation, ask for a new password. Their links
 * are taken out of the address at once, into a cookie that no script reads.
 */
@NullMarked
package org.yuzuri.portal.web.account;

import org.jspecify.annotations.NullMarked;
