/**
 * The grammar that all state machines of the portal share: kinds of states, the verdict of a
 * transition table, who or what was at fault, and the chained event that every change appends.
 *
 * <p>Entry types: {@link org.yuzuri.portal.state.TransitionTable} for tables, {@link
 * org.yuzuri.portal.state.event.EventLog} for history. Invariants: a table refuses duplicate rows
 * and rows that leave a final state when its class is loaded; an event carries the hash of the
 * event before it about the same subject. Knows no feature; every feature with states may call it.
 */
@NullMarked
package org.yuzuri.portal.state;

import org.jspecify.annotations.NullMarked;
