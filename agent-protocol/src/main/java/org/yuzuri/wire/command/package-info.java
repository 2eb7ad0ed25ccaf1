/**
 * What the portal wants of a daemon: the wanted end, never a step towards it.
 *
 * <p>Entry type: {@link org.yuzuri.wire.command.AgentCommand}. Carrying out a command twice is
 * harmless; its {@code id} is the idempotency key.
 */
@NullMarked
package org.yuzuri.wire.command;

import org.jspecify.annotations.NullMarked;
