/**
 * What the portal wants of a daemon: the wanted end, never a step towards it; and how it ended.
 *
 * <p>Entry types: {@link org.yuzuri.wire.command.AgentCommand} and {@link
 * org.yuzuri.wire.command.CommandOutcome}. Carrying out a command twice is harmless; its {@code id}
 * is the idempotency key.
 */
@NullMarked
package org.yuzuri.wire.command;

import org.jspecify.annotations.NullMarked;
