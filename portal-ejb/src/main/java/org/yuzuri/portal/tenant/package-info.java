/**
 * The companies that lease servers.
 *
 * <p>Entry type: {@link org.yuzuri.portal.tenant.TenantService} for operators. Who belongs to a
 * tenant is known by the feature {@code member}.
 */
@NullMarked
package org.yuzuri.portal.tenant;

import org.jspecify.annotations.NullMarked;
