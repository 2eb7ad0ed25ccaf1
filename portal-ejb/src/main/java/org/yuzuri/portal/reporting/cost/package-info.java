/**
 * What a tenant's servers cost it.
 *
 * <p>Entry type: {@link org.yuzuri.portal.reporting.cost.CostService}.
 */
@NullMarked
package org.yuzuri.portal.reporting.cost;

import org.jspecify.annotations.NullMarked;
