/** Tenants for operators: list, entry, state; for a tenant's members their own company. */
@NullMarked
package org.yuzuri.portal.web.tenant;

import org.jspecify.annotations.NullMarked;
