/**
 * Daemons that wait for commands.
 *
 * <p>Entry type: {@link org.yuzuri.portal.agent.waiting.WaitingAgents}. A poll that finds nothing
 * is kept in memory until a command for its agent was committed, on this node (an event) or on
 * another (a tail of all queues, once a second). Meanwhile it holds no thread and asks the database
 * nothing. INVARIANT: a poll is kept before it looks, so a command that is committed meanwhile
 * wakes it; one that does not look has seen no queue move since before its agent's was read.
 */
@NullMarked
package org.yuzuri.portal.agent.waiting;

import org.jspecify.annotations.NullMarked;
