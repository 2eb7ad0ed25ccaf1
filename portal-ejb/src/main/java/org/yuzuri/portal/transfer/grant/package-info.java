/**
 * The openings of servers that tenants have. Entry type: {@link
 * org.yuzuri.portal.transfer.grant.ProductionGrants}.
 */
@NullMarked
package org.yuzuri.portal.transfer.grant;

import org.jspecify.annotations.NullMarked;
