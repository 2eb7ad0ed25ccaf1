/** The people of a tenant, or of the datacenter: list, roles, invitations. */
@NullMarked
package org.yuzuri.portal.web.member;

import org.jspecify.annotations.NullMarked;
