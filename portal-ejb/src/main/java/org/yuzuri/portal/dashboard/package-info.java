/**
 * The pages that people begin at: what the site's operators have to see to, and what a tenant has
 * and has to do.
 *
 * <p>Entry type: {@link org.yuzuri.portal.dashboard.DashboardService}. Nobody uses this feature.
 * Each view takes at most six statements, however much there is.
 */
@NullMarked
package org.yuzuri.portal.dashboard;

import org.jspecify.annotations.NullMarked;
