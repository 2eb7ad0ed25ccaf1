/**
 * Which feature hears which report of a daemon. Entry type: {@link
 * org.yuzuri.portal.report.ReportDispatcher}, the only one that the agents' feature calls.
 */
@NullMarked
package org.yuzuri.portal.report;

import org.jspecify.annotations.NullMarked;
