/**
 * Tenants and their members.
 *
 * <p>Entry types: {@link org.yuzuri.portal.tenant.TenantService} for operators, {@link
 * org.yuzuri.portal.tenant.MemberService} for a tenant's administrators. INVARIANT: members of the
 * lender, and nobody else, are operators; a login is unique in the portal.
 */
@NullMarked
package org.yuzuri.portal.tenant;

import org.jspecify.annotations.NullMarked;
