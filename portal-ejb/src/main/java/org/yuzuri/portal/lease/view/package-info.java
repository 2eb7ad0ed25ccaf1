/** Leases as pages show them. Entry type: {@link org.yuzuri.portal.lease.view.LeaseService}. */
@NullMarked
package org.yuzuri.portal.lease.view;

import org.jspecify.annotations.NullMarked;
