/**
 * What the portal wants of a daemon: the wanted end, never a step towards it.
 *
 * <p>Entry type: {@link org.yuzuri.wire.command.AgentCommand}. Carrying out a command twice is
 * harmless; its {@code id} is the idempotency key.
 */
package org.yuzuri.wire.command;
