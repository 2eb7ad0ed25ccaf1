/**
 * Carries out the portal's commands: asks for them, writes them down, runs them in order per
 * server, and reports how they ended.
 *
 * <p>Entry type: {@link org.yuzuri.host.command.CommandLoop}. Invariants: a command is in the
 * journal before it is begun; a finished one is never begun again; a command of a lower fence
 * generation than seen for its server, or of another lease of the same, is not begun at all.
 */
@NullMarked
package org.yuzuri.host.command;

import org.jspecify.annotations.NullMarked;
