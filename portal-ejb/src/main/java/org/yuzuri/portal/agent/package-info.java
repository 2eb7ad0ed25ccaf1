/**
 * The daemons at both sites: their enrolment, the commands for them and the reports from them.
 *
 * <p>Entry types: {@link org.yuzuri.portal.agent.view.AgentService} for pages, {@link
 * org.yuzuri.portal.agent.Agents} for features, {@link
 * org.yuzuri.portal.agent.command.CommandQueue} for features that want something done, {@link
 * org.yuzuri.portal.agent.report.ReportListener} for the one that hears reports, {@link
 * org.yuzuri.portal.agent.view.AgentEdge} for the REST edge. INVARIANT: a command is a row written
 * in the transaction that wants it; a report is handled once, in one transaction.
 */
@NullMarked
package org.yuzuri.portal.agent;

import org.jspecify.annotations.NullMarked;
