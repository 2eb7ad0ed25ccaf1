/**
 * The daemon's line to the portal: enrolment, renewal, mutual TLS, calls, and reports that get
 * through.
 *
 * <p>Entry types: {@link org.yuzuri.host.portal.Enrolment}, {@link org.yuzuri.host.portal.Renewal},
 * {@link org.yuzuri.host.portal.PortalClient}, {@link org.yuzuri.host.portal.ReportSink}. All
 * connections go outwards.
 */
@NullMarked
package org.yuzuri.host.portal;

import org.jspecify.annotations.NullMarked;
