/**
 * What a daemon tells the portal.
 *
 * <p>Entry type: {@link org.yuzuri.wire.report.AgentReport}. A report is repeated until the portal
 * has accepted it; its {@code reportId} makes the repetition harmless.
 */
@NullMarked
package org.yuzuri.wire.report;

import org.jspecify.annotations.NullMarked;
