/**
 * What a daemon tells the portal.
 *
 * <p>Entry types: {@link org.yuzuri.wire.report.AgentReport} and {@link
 * org.yuzuri.wire.report.CommandOutcome}. A report is repeated until the portal has accepted it;
 * its {@code reportId} makes the repetition harmless.
 */
@NullMarked
package org.yuzuri.wire.report;

import org.jspecify.annotations.NullMarked;
